import { expect } from 'vitest';
import { allocateSeats } from './allocate-seats.ts';
import { compareWithCertified } from './compare-with-certified.ts';
import { dataTest, spainOf } from './testing/data-folder.ts';

const sumVotes = (votes: Record<string, unknown>): number =>
  Object.values(votes).reduce<number>((total, count) => total + (count as number), 0);

dataTest('2023: every level has the areas of the source, parents before children, codes once', async () => {
  const spain = await spainOf(2023);
  const levels = Map.groupBy(spain.areas, ({ level }) => level);
  const sizes = Array.from({ length: 7 }, (_, level) => levels.get(level)?.length);
  expect(sizes).toEqual([1, 19, 52, 8131 + 52, 10_513, 36_512, 60_366]);
  const seen = new Map<string, number>();
  const misplaced = spain.areas.filter(({ code, parent, level }) => {
    const known = seen.has(code);
    seen.set(code, level);
    return known || (parent === null ? -1 : seen.get(parent)) !== level - 1;
  });
  expect(misplaced).toEqual([]);
  expect(spain.areas[0]).toEqual({
    ...{ code: 'ES', name: 'España', parent: null, level: 0 },
    registered: 37_469_458,
  });
});

dataTest('2023: places have their names', async () => {
  const spain = await spainOf(2023);
  const names = new Map(spain.areas.map(({ code, name }) => [code, name]));
  expect(names.get('ES-R01')).toBe('Andalucía');
  expect(names.get('ES-R13')).toBe('Comunidad Foral de Navarra');
  expect(names.get('ES-P01')).toBe('Álava/Araba');
  expect(names.get('ES-P45')).toBe('Toledo');
  expect(names.get('ES-28054')).toBe('El Escorial');
  expect(names.get('ES-04001-01-001-B')).toBe('Abla 01-001-B');
  expect(names.get('ES-28999')).toBe('Residentes ausentes, Madrid');
});

dataTest('2023: sheets add up in themselves and to the certified cast and register', async () => {
  const spain = await spainOf(2023);
  let [sheets, cast, registered, above] = [0, 0, 0, 0];
  for (const sheet of spain.sheets()) {
    const figures = [sheet.cast, sheet.rejected, sheet.registered] as [number, number, number];
    if (sumVotes(sheet.votes) + figures[1] !== figures[0]) expect(sheet).toBe('a sheet that adds up');
    sheets += 1;
    cast += figures[0];
    registered += figures[2];
    if (figures[0] > figures[2]) above += 1;
  }
  expect([sheets, cast, registered, above]).toEqual([60_366, 24_952_653, 37_469_458, 4]);
});

dataTest('2023: a sheet names every choice of its contest and nothing else', async () => {
  const spain = await spainOf(2023);
  const choices = new Map(spain.ballots.contests.map((contest) => [contest.area, contest.choices]));
  for (const place of [0, 20_000, 60_365]) {
    const sheet = spain.sheet(place);
    const province = `ES-P${sheet.station.slice(3, 5)}`;
    expect(Object.keys(sheet.votes)).toEqual(choices.get(province)?.map(({ code }) => code));
  }
});

dataTest('2023: 543 of 550 certified cells are hit; the other seven are all in Toledo', async () => {
  const spain = await spainOf(2023);
  const { totals } = spain.certified!;
  expect([...totals.values()].reduce((sum, choices) => sum + choices.size, 0)).toBe(550);
  const differing = compareWithCertified(totals, spain.totals);
  expect(differing).toHaveLength(7);
  expect(new Set(differing.map(({ area }) => area))).toEqual(new Set(['ES-P45']));
  expect(differing[0]).toEqual({ area: 'ES-P45', choice: 'PP', certified: 146_533, counted: 146_813 });
});

dataTest('2023: the Congress has the 350 members that it has', async () => {
  const spain = await spainOf(2023);
  const seats = { PP: 137, PSOE: 121, VOX: 33, SUMAR: 31, ERC: 7, JUNTS: 7, 'EH-BILDU': 6, PNV: 5 };
  expect(Object.fromEntries(allocateSeats(spain.ballots, spain.totals))).toEqual({
    ...seats,
    ...{ BNG: 1, CCA: 1, UPN: 1 },
  });
  const certified = spain.certified!.cells.reduce((sum, cell) => sum + cell.seats, 0);
  expect(spain.ballots.contests.reduce((sum, { seats = 0 }) => sum + seats, 0)).toBe(certified);
  expect(certified).toBe(350);
});

dataTest(
  '2023: parties have one colour each and stand strongest first; blank is the last choice everywhere',
  async () => {
    const spain = await spainOf(2023);
    const { parties, contests } = spain.ballots;
    expect(parties.slice(0, 4).map(({ code }) => code)).toEqual(['PP', 'PSOE', 'VOX', 'SUMAR']);
    expect(new Set(parties.map(({ color }) => color)).size).toBe(parties.length);
    expect(new Set(parties.map(({ code }) => code)).size).toBe(parties.length);
    for (const { code } of parties) expect(code).toMatch(/^[A-Za-z0-9][A-Za-z0-9._~+-]*$/);
    for (const { choices } of contests) expect(choices.at(-1)?.code).toBe('blank');
  },
);

dataTest('2019: the seats of then give the Congress of then', async () => {
  const spain = await spainOf(2019);
  expect(spain.ballots.contests.reduce((sum, { seats = 0 }) => sum + seats, 0)).toBe(350);
  expect(Object.fromEntries(allocateSeats(spain.ballots, spain.totals))).toEqual({
    ...{ PSOE: 120, PP: 89, VOX: 52, UP: 35, ERC: 13, CS: 10, JUNTS: 8, PNV: 6, 'EH-BILDU': 5 },
    ...{ CCA: 2, CUP: 2, 'MAS-PAIS': 2, 'NA+': 2, BNG: 1, COMPROMIS: 1, EXISTE: 1, PRC: 1 },
  });
});

dataTest('2019: areas keep their codes: 56,382 stations are those of 2023', async () => {
  const spain = await spainOf(2019);
  const later = await spainOf(2023);
  const codes = new Set(later.areas.map(({ code }) => code));
  const [upper, stations] = [(level: number) => level <= 3, (level: number) => level === 6];
  const shared = (of: (level: number) => boolean) =>
    spain.areas.filter(({ code, level }) => of(level) && codes.has(code)).length;
  expect(shared(stations)).toBe(56_382);
  expect(shared(upper)).toBe(1 + 19 + 52 + 8131 + 52);
});
