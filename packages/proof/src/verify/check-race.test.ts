import { expect, test } from 'vitest';
import { toUtf8 } from '../encoding/utf8.ts';
import { commitTo } from '../leaves/commitment.ts';
import { figuresText } from '../leaves/committed-text.ts';
import { type LogLeaf, leafText } from '../leaves/leaf.ts';
import { checkRace, type RaceAsked } from './check-race.ts';
import { describeFinding } from './finding.ts';
import { createLogState, takeInLeaves } from './log-state.ts';

const salt = new Uint8Array(16).fill(3);
const saltHex = '03'.repeat(16);
const at = '2026-11-20T20:00:00.000Z';
const asked: RaceAsked = {
  ...{ election: 'e', race: 'r', level: 'station' },
  plan: {
    parentOf: new Map([
      ['L', null],
      ['L-1', 'L'],
      ['L-1-1', 'L-1'],
      ['L-1-2', 'L-1'],
    ]),
    contests: new Map([['["r","c"]', { area: 'L-1', choices: ['ama', 'kofi'], columns: ['red', 'blue'] }]]),
    races: ['r'],
  },
};
const figures = (ama: number) => ({
  ...{ choices: ['ama', 'kofi'], votes: [ama, 5], rejected: 1, cast: ama + 6, registered: 90 },
});
const sheetLeaf = (station: string, ama: number): LogLeaf => ({
  ...{ kind: 'comitium/sheet/2', election: 'e', race: 'r', contest: 'c', station, at },
  ...{ sheetId: `sheet of ${station}`, revision: 1, status: 'accepted', who: '' },
  figures: commitTo(salt, figuresText(figures(ama))),
});
const election: LogLeaf = {
  ...{ kind: 'comitium/election/1', election: 'e', event: 'election.opened', state: 'counting', at },
  ...{ basis: 'provisional', plan: '', who: '' },
};
const line = (station: string, ama: number) =>
  JSON.stringify([`sheet of ${station}`, 1, 'accepted', saltHex, figuresText(figures(ama))]);

interface Shown {
  /** Lines of the opened sheets. */
  readonly sheets: readonly string[];
  /** Leaves that are there when it is shown. */
  readonly size: number;
  /** Of the choice ama in the station's area, by station. */
  readonly ama: Readonly<Record<string, number>>;
}

const areaOf = (area: string, votes: Record<string, number>, stations: number) => {
  const valid = Object.values(votes).reduce((sum, one) => sum + one, 0);
  return { area, stationsReported: stations, cast: valid + stations, rejected: stations, votes };
};

const answersOf = ({ sheets, size, ama }: Shown): Readonly<Record<string, string>> => {
  const counts = Object.values(ama);
  const sum = counts.reduce((all, one) => all + one, 0);
  const blue = counts.length * 5;
  const district = areaOf('L-1', { ama: sum, kofi: blue }, counts.length);
  const whole = areaOf('L', { red: sum, blue }, counts.length);
  const stations = ['L-1-1', 'L-1-2'].map((one) =>
    ama[one] === undefined ? areaOf(one, {}, 0) : areaOf(one, { ama: ama[one], kofi: 5 }, 1),
  );
  const head = { basis: 'provisional', size, sheets: sheets.length };
  return {
    'log/sheets': [JSON.stringify(head), ...sheets].join('\n'),
    'export.json': JSON.stringify({ basis: 'provisional', areas: [whole, district, ...stations] }),
    map: JSON.stringify({
      scope: { code: 'L' },
      completeness: { stationsReported: counts.length },
      totals: { cast: whole.cast, rejected: whole.rejected },
      leaders: Object.entries(whole.votes).map(([choice, votes]) => ({ choice, votes })),
    }),
  };
};

/** A server that shows one thing after another, a round each, and the last one for good; `logged` says when a leaf comes. */
const check = async (
  shown: readonly Shown[],
  logged: readonly (readonly [LogLeaf, number])[],
  mostMoving?: number,
) => {
  const state = createLogState();
  const entries = [leafText(election)];
  let round = 0;
  const source = {
    read: (path: string) => {
      const answers = answersOf(shown[Math.min(round, shown.length - 1)] ?? { sheets: [], size: 0, ama: {} });
      const found = Object.entries(answers).find(([name]) => path.includes(`/${name}`));
      return Promise.resolve(toUtf8(found?.[1] ?? ''));
    },
    pause: () => {
      round += 1;
      return Promise.resolve();
    },
  };
  const grow = (): Promise<void> => {
    for (const [leaf, from] of logged) {
      const text = leafText(leaf);
      if (from <= round && !entries.includes(text)) entries.push(text);
    }
    expect(takeInLeaves(state, entries)).toEqual([]);
    return Promise.resolve();
  };
  await grow();
  const checked = await checkRace({ source, state, grow }, asked, mostMoving);
  return { ...checked, found: checked.found.map(describeFinding), rounds: round + 1 };
};

const one: Shown = { sheets: [line('L-1-1', 10)], size: 2, ama: { 'L-1-1': 10 } };
const both: Shown = {
  sheets: [line('L-1-1', 10), line('L-1-2', 20)],
  size: 3,
  ama: { 'L-1-1': 10, 'L-1-2': 20 },
};
const logged = [[sheetLeaf('L-1-1', 10), 0] as const];

test('sheets add up to every area, choices below the district and columns above', async () => {
  expect(await check([one], logged)).toEqual({
    ...{ found: [], sheets: 1, logged: 1, areas: 4, settled: true },
    ...{ looks: 1, upTo: 2, rounds: 1 },
  });
});

test('a sheet may count before its leaf is signed, for a while', async () => {
  const late = [...logged, [sheetLeaf('L-1-2', 20), 5] as const];
  expect(await check([both], late)).toMatchObject({ found: [], settled: true, rounds: 6 });
  const never = await check([both], logged);
  expect(never).toMatchObject({ settled: true, rounds: 12 });
  expect(never.found).toEqual(
    expect.arrayContaining(['Sheet sheet of L-1-2, revision 1, counts but is not in the log.']),
  );
});

test('totals that lag behind the sheets are looked at again', async () => {
  const lagging: Shown = { ...both, ama: one.ama };
  const all = [...logged, [sheetLeaf('L-1-2', 20), 0] as const];
  expect(await check([lagging, both], all)).toMatchObject({ found: [], settled: true, rounds: 2 });
  const lying = await check([lagging], all);
  expect(lying).toMatchObject({ settled: true, rounds: 2 });
  expect(lying.found).toContain('r, L: cast is published as 16, the sheets add up to 42 (export).');
});

const restless = (extra: readonly string[]) =>
  Array.from({ length: 20 }, (_, at): Shown => {
    const sheets = [at % 2 === 0 ? line('L-1-1', 10) : `${line('L-1-1', 10)} `, ...extra];
    return { ...one, sheets, ama: { 'L-1-1': 100 + at } };
  });

test('a night that never rests is told after three looks, with how far its sheets were checked', async () => {
  expect(await check(restless([]), logged)).toEqual({
    ...{ found: [], sheets: 1, logged: 1, areas: 4, settled: false },
    ...{ looks: 3, upTo: 2, rounds: 3 },
  });
  // After another race of the night has moved, a second look is enough.
  expect(await check(restless([]), logged, 2)).toMatchObject({ settled: false, looks: 2 });
});

test('a sheet that nobody logged is found in a night that never rests; a late leaf is waited for', async () => {
  const slipped = await check(restless([line('L-1-2', 20)]), logged);
  expect(slipped).toMatchObject({
    found: ['Sheet sheet of L-1-2, revision 1, counts but is not in the log.'],
    ...{ settled: true, looks: 12, sheets: 2, logged: 1 },
  });
  const late = [...logged, [sheetLeaf('L-1-2', 20), 6] as const];
  const waited = await check(restless([line('L-1-2', 20)]), late);
  expect(waited).toMatchObject({ found: [], settled: false, looks: 7, logged: 2 });
});

test('what is wrong whatever comes in is wrong in a night that never rests', async () => {
  const changed = restless([]).map((shown) => ({ ...shown, sheets: [...shown.sheets, line('L-1-2', 21)] }));
  const all = [...logged, [sheetLeaf('L-1-2', 20), 0] as const];
  expect(await check(changed, all)).toMatchObject({
    found: expect.arrayContaining([
      expect.stringContaining('the figures that count are not those that were logged'),
    ]),
    settled: true,
  });
});

test('a sheet that the log counts and the totals leave out is missing', async () => {
  const all = [...logged, [sheetLeaf('L-1-2', 20), 0] as const];
  const { found } = await check([{ ...one, size: 3 }], all);
  expect(found).toEqual([
    'Sheet sheet of L-1-2 of station L-1-2 is accepted in the log, but does not count.',
  ]);
  // One that was logged after the snapshot may rightly be absent.
  expect((await check([{ ...one, size: 2 }], all)).found).toEqual([]);
});
