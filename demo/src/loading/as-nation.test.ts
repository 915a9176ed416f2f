import { expect, test, vi } from 'vitest';
import { generateGhana } from '../ghana/index.ts';
import { asNation } from './as-nation.ts';
import { expectNation } from './testing/expect-nation.ts';
import { createJudge } from './testing/judge-nation.ts';

// A busy machine may take many times what an idle one does.
vi.setConfig({ testTimeout: 60_000 });

const nation = asNation(generateGhana({ seed: 7 }));
const [before, register] = nation.registers;

test('Ghana is a nation that the server takes, sheet by sheet', () => {
  expectNation(nation);
  expect(nation.election.sheetCount).toBe(2 * 40_976);
  expect(nation.previous[0]?.sheetCount).toBe(16);
});

test('registers are named level by level and say that they are simulated', () => {
  expect(register).toMatchObject({ code: 'gh-2024', simulated: true });
  expect(register?.levels).toEqual(['national', 'region', 'constituency', 'electoral_area', 'station']);
  expect(before).toMatchObject({ code: 'gh-2020', simulated: true, levels: ['national', 'region'] });
});

test('both races have their way of winning; independents have no party', () => {
  const { races, contests, parties } = nation.election.ballots;
  expect(races.map(({ code, seatMethod }) => [code, seatMethod])).toEqual([
    ['presidential', 'majority'],
    ['parliamentary', 'plurality'],
  ]);
  expect(contests).toHaveLength(277);
  expect(parties.map(({ code }) => code)).not.toContain('IND');
  const independents = contests.flatMap(({ choices }) => choices.filter(({ party }) => party === null));
  expect(independents.length).toBeGreaterThan(4);
  expect(nation.previous[0]?.ballots.races).toHaveLength(1);
});

test('the night is sent by the constituencies and ends in the final sheets', () => {
  const districts = new Set(nation.correspondents.map(({ area }) => area));
  expect(districts.size).toBe(276);
  const judge = createJudge(register!, nation.election);
  const last = new Map<string, string>();
  const strange: unknown[] = [];
  for (const { kind, district, sheet, reason } of nation.night({ minutes: 30 })) {
    if (kind === 'duplicate') continue;
    last.set(`${sheet.station} ${sheet.contest}`, JSON.stringify(sheet));
    const codes = judge(sheet);
    const expected = kind === 'held' ? ['sum_differs'] : [];
    const unlike = codes.join() !== expected.join() || !districts.has(district);
    if (unlike || (kind === 'correct') !== (reason !== undefined)) strange.push({ kind, district, codes });
  }
  expect(strange).toEqual([]);
  for (const { key: _, source: __, ...sheet } of nation.election.sheets())
    if (last.get(`${sheet.station} ${sheet.contest}`) !== JSON.stringify(sheet)) strange.push(sheet);
  expect(strange).toEqual([]);
});
