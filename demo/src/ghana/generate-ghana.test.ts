import { defaultSheetSettings } from '@comitium/tally';
import { expect, test } from 'vitest';
import { constituencies } from './facts/constituencies.ts';
import { declared2024 } from './facts/declared.ts';
import { votes2024 } from './facts/presidential-votes.ts';
import { regions } from './facts/regions.ts';
import { knownRegisters, stationCounts } from './facts/station-counts.ts';
import { generateGhana } from './generate-ghana.ts';
import type { DemoArea } from './nation.ts';

const nation = generateGhana({ seed: 7 });
const atLevel = (level: number): DemoArea[] => nation.areas.filter((area) => area.level === level);
const regionByConstituency = new Map(atLevel(2).map(({ code, parent }) => [code, parent ?? '']));
/** A station's code begins with its constituency's: GH-A0101-01-003. */
const constituencyOf = (station: string): string => station.slice(0, 8);
const sum = (values: Iterable<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

test('the register has 16 regions, 276 constituencies and 40,976 stations with unique codes', () => {
  expect([0, 1, 2, 4].map((level) => atLevel(level).length)).toEqual([1, 16, 276, 40_976]);
  expect(new Set(nation.areas.map(({ code }) => code)).size).toBe(nation.areas.length);
  expect(nation.stations).toEqual(atLevel(4).map(({ code }) => code));
  for (const level of [3, 4]) expect(atLevel(level).every(({ simulated }) => simulated)).toBe(true);
  const areasByConstituency = Map.groupBy(atLevel(3), ({ parent }) => parent);
  for (const areas of areasByConstituency.values()) {
    expect(areas.length).toBeGreaterThanOrEqual(5);
    expect(areas.length).toBeLessThanOrEqual(40);
  }
});

test('parents stand before their children and hold exactly their voters', () => {
  const children = new Map<string, number>();
  const seen = new Set<string>();
  for (const { code, parent, registered } of nation.areas) {
    seen.add(code);
    if (parent === null) continue;
    expect(seen.has(parent)).toBe(true);
    children.set(parent, (children.get(parent) ?? 0) + registered);
  }
  for (const { code, level, registered } of nation.areas)
    if (level < 4) expect(children.get(code), code).toBe(registered);
  for (const region of regions)
    expect(atLevel(1).find(({ code }) => code === region.code)?.registered).toBe(region.registered2024);
  expect(declared2024.registered - nation.areas[0]!.registered).toBe(856);
});

test('known station counts and registers are kept', () => {
  for (const [code, known] of stationCounts) {
    expect(nation.stations.filter((station) => constituencyOf(station) === `GH-${code}`)).toHaveLength(
      known.stations,
    );
    const area = atLevel(2).find((constituency) => constituency.code === `GH-${code}`);
    // The regions' declared registers are 164 and 5 above the sums of the known constituencies.
    expect(Math.abs(area!.registered - known.registered)).toBeLessThanOrEqual(20);
  }
  for (const [code, registered] of knownRegisters)
    expect(atLevel(2).find((area) => area.code === `GH-${code}`)?.registered).toBe(registered);
});

test('presidential sheets add up to the declared total of every candidate in every region', () => {
  const totals = new Map(regions.map(({ code }) => [code, new Array<number>(13).fill(0)]));
  let rejected = 0;
  for (const sheet of nation.sheets('presidential')) {
    const row = totals.get(regionByConstituency.get(constituencyOf(sheet.station))!)!;
    for (const [k, votes] of Object.values(sheet.votes).entries()) row[k]! += votes;
    rejected += sheet.rejected;
  }
  expect(totals).toEqual(new Map([...votes2024].map(([region, votes]) => [region, [...votes]])));
  expect(rejected).toBe(declared2024.updated.rejected);
});

test('one to two sheets in a hundred are flagged for their rejected ballots, in no region far more', () => {
  const limit = defaultSheetSettings.rejectedShareMax;
  const shares: number[] = [];
  for (const race of ['presidential', 'parliamentary'] as const) {
    const sheets = [...nation.sheets(race)];
    const flagged = sheets.filter(({ rejected, cast }) => cast > 0 && rejected / cast >= limit);
    shares.push(flagged.length / sheets.length);
    const perRegion = Map.groupBy(flagged, ({ station }) =>
      regionByConstituency.get(constituencyOf(station)),
    );
    for (const [region, some] of perRegion) {
      const all = sheets.filter(
        ({ station }) => regionByConstituency.get(constituencyOf(station)) === region,
      );
      expect(some.length / all.length, `${race} ${region}`).toBeLessThan(0.04);
    }
  }
  // Both races have as many sheets.
  expect(sum(shares) / 2).toBeGreaterThan(0.01);
  expect(sum(shares) / 2).toBeLessThan(0.02);
});

test('every sheet holds together: no negative figure, the sums agree, nobody votes twice', () => {
  let worst = '';
  for (const race of ['presidential', 'parliamentary'] as const) {
    for (const sheet of nation.sheets(race)) {
      const votes = Object.values(sheet.votes);
      const sound =
        Math.min(...votes, sheet.rejected) >= 0 &&
        sum(votes) + sheet.rejected === sheet.cast &&
        sheet.cast <= sheet.registered &&
        sum(votes) > 0;
      if (!sound) worst = JSON.stringify(sheet);
    }
  }
  expect(worst).toBe('');
});

test('both races have nearly the same ballots at every station', () => {
  const apart = nation.stations.map((_, i) =>
    Math.abs(nation.sheet(i, 'presidential').cast - nation.sheet(i, 'parliamentary').cast),
  );
  expect(apart.reduce((a, b) => Math.max(a, b), 0)).toBeLessThanOrEqual(4);
});

test('every constituency is won by the declared party, whose choice bears the declared name', () => {
  const totals = new Map<string, Map<string, number>>();
  for (const { station, votes } of nation.sheets('parliamentary')) {
    const code = constituencyOf(station);
    const row = totals.get(code) ?? new Map<string, number>();
    for (const [choice, count] of Object.entries(votes)) row.set(choice, (row.get(choice) ?? 0) + count);
    totals.set(code, row);
  }
  const contests = new Map(nation.contests.map((contest) => [contest.area, contest]));
  expect(contests.size).toBe(277);
  for (const fact of constituencies) {
    const [first, second] = [...totals.get(`GH-${fact.code}`)!].sort(([, a], [, b]) => b - a);
    expect(first![0], fact.name).toBe(fact.mpParty2024);
    expect(first![1], fact.name).toBeGreaterThan(second![1]);
    const choice = contests.get(`GH-${fact.code}`)!.choices.find(({ code }) => code === fact.mpParty2024)!;
    if (fact.mp2024 !== null) expect(choice.name).toBe(fact.mp2024);
  }
});

test('most constituencies prefer the party of their member for president too, a few do not', () => {
  const leads = new Map<string, number>();
  for (const { station, votes } of nation.sheets('presidential')) {
    const code = constituencyOf(station);
    leads.set(code, (leads.get(code) ?? 0) + votes['BAWUMIA']! - votes['MAHAMA']!);
  }
  const split = constituencies.filter(
    ({ code, mpParty2024 }) => (leads.get(`GH-${code}`)! > 0 ? 'NPP' : 'NDC') !== mpParty2024,
  );
  expect(split.length).toBeGreaterThan(0);
  expect(split.length).toBeLessThan(40);
});

test('a seed gives one nation, another seed another', () => {
  const again = generateGhana({ seed: 7 });
  expect(again.areas).toEqual(nation.areas);
  for (const place of [0, 12_345, 40_975])
    for (const race of ['presidential', 'parliamentary'] as const)
      expect(again.sheet(place, race)).toEqual(nation.sheet(place, race));
  expect(generateGhana({ seed: 8 }).sheet(0, 'presidential')).not.toEqual(nation.sheet(0, 'presidential'));
});

test('the rejected total of the first declaration can be asked for instead', () => {
  const { rejected } = declared2024.first;
  const first = generateGhana({ seed: 7, rejectedTotal: rejected });
  expect(sum(Array.from(first.sheets('presidential'), (sheet) => sheet.rejected))).toBe(rejected);
});
