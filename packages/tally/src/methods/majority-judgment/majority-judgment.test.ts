import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBallotsBuilder } from '../../ballots/build-ballots.ts';
import {
  arbitraryScores,
  groupScores,
  keepsScoreLaws,
  type LooseScores,
  scoresOf,
  scoresSomebody,
  scoreWinners,
  staysWhenScoredHigher,
} from '../testing/score-ballots.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { majorityJudgment } from './majority-judgment.ts';

const count = (text: string, paper?: Parameters<typeof scoresOf>[1]) =>
  unwrap(majorityJudgment.count(scoresOf(text, paper)));

const grades = ['Poor', 'Fair', 'Good', 'Excellent'];

test('MJ01 MJ05 the capital of Tennessee, by hand', () => {
  const report = count(
    `
      42: Memphis 3 Nashville 1 Chattanooga 0 Knoxville 0
      26: Nashville 3 Chattanooga 1 Knoxville 1 Memphis 0
      15: Chattanooga 3 Knoxville 2 Nashville 1 Memphis 0
      17: Knoxville 3 Chattanooga 2 Nashville 1 Memphis 0
    `,
    { max: 3, grades },
  );
  expect(storyOf(report)).toBe(
    golden(`
      1 | Memphis 0 Nashville 1 Chattanooga 1 Knoxville 1 | advance Nashville Chattanooga Knoxville best-grade
      2 | Nashville 1 Chattanooga 0 Knoxville 0 | elect Nashville best-grade
      elected Nashville
    `),
  );
  expect(report.tables.find(({ name }) => name === 'majority-gauge')).toEqual({
    name: 'majority-gauge',
    columns: ['above', 'grade', 'below'],
    rows: [
      { label: 'Memphis', cells: ['42', '0', '0'] },
      { label: 'Nashville', cells: ['26', '1', '0'] },
      { label: 'Chattanooga', cells: ['32', '1', '42'] },
      { label: 'Knoxville', cells: ['32', '1', '42'] },
    ],
  });
  expect(report.tables[0]?.columns).toEqual(grades);
  // 50 and 51 are the middle; the lower grades end at 42, so that 8 grades below the middle are set aside, with 8 above.
  expect(report.tables.find(({ name }) => name === 'set-aside')?.rows).toEqual([
    { label: '1', cells: ['0'] },
    { label: '2', cells: ['16'] },
  ]);
});

test('MJ01 MJ05 Orsay 2007: Bayrou before Royal before Sarkozy, by their majority gauges', () => {
  // Per mille of the ballots from "to reject" to "excellent" (Balinski and Laraki, Election by Majority Judgement: Experimental
  // Evidence, 2007); which grades stood on one ballot changes nothing, so that each choice has the worst on the first ballots.
  const perMille = {
    Bayrou: [74, 84, 148, 251, 307, 136],
    Royal: [125, 122, 168, 191, 227, 167],
    Sarkozy: [282, 71, 115, 143, 198, 191],
  };
  const columns = Object.entries(perMille).map(([name, counts]) =>
    counts.flatMap((count, grade) => Array.from({ length: count }, () => `${name} ${grade}`)),
  );
  const ballots = Array.from({ length: 1_000 }, (_, ballot) =>
    columns.map((column) => column[ballot]).join(' '),
  );
  const report = unwrap(majorityJudgment.count(scoresOf(ballots.map((marks) => `1: ${marks}`).join('\n'))));
  expect(report.outcome.ranking).toEqual([[0], [1], [2]]);
  // Good for all three: above it 44.3, 39.4 and 38.9 %, below it 30.6, 41.5 and 46.8 %.
  expect(report.tables.find(({ name }) => name === 'majority-gauge')?.rows.map(({ cells }) => cells)).toEqual(
    [
      ['443', '3', '306'],
      ['394', '3', '415'],
      ['389', '3', '468'],
    ],
  );
});

test('MJ02 the majority value decides among equal grades', () => {
  // A: 1 2 2 3 3, B: 0 2 2 3 3: the same until the worst grades are reached.
  expect(storyOf(count('1: A 1 B 0\n2: A 2 B 2\n2: A 3 B 3'))).toBe(
    golden(`
      1 | A 2 B 2 | advance A B best-grade
      2 | A 1 B 0 | elect A best-grade
      elected A
    `),
  );
});

test('MJ03 the ungraded have the lowest grade', () => {
  expect(storyOf(count('2: A 5\n2: B 3\n1:'))).toContain('1 | A 0 B 0');
});

test('MJ04 the very same grades are a tie', () => {
  expect(storyOf(count('1: A 5 B 3\n1: A 3 B 5'))).toContain('lot-needed, elected nobody, 1 of A B');
});

test('MJ06 weights with decimals', () => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max: 3, grades: null },
    choices: [{ name: 'A' }, { name: 'B' }],
  });
  builder.add({ marks: [0, 1], scores: [3, 0], weight: { units: 15, places: 1 } });
  builder.add({ marks: [0, 1], scores: [0, 3], weight: { units: 14, places: 1 } });
  expect(storyOf(unwrap(majorityJudgment.count(builder.build())))).toContain('1 | A 3 B 0 | elect A');
});

test('MJ07 nobody without grades, and no undeclared write-in', () => {
  expect(storyOf(count('2:', { choices: ['A'] }))).toContain('stop no-votes');
  const choices = ['A', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(storyOf(count('2: W 5 A 1', { choices }))).toContain('elected A');
});

/** Take the lower middle grade out, one by one, and write them down. */
const slowValue = ({ ballots }: LooseScores, choice: number): number[] => {
  const left = ballots
    .flatMap(({ scores, weight }) => Array.from({ length: weight }, () => scores[choice] ?? 0))
    .sort((a, b) => a - b);
  const value: number[] = [];
  while (left.length > 0) value.push(...left.splice(Math.floor((left.length - 1) / 2), 1));
  return value;
};

test('MJ01 MJ02 MJ03 MJ04 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryScores.filter(scoresSomebody), (loose) => {
      const values = Array.from({ length: loose.choices }, (_, choice) => slowValue(loose, choice).join());
      const best = [...values].sort().at(-1);
      const winners = values.flatMap((value, choice) => (value === best ? [choice] : []));
      expect(scoreWinners(majorityJudgment, loose)).toEqual(winners);
      const ranking = unwrap(majorityJudgment.count(groupScores(loose), { ties: [{ by: 'ballot-order' }] }))
        .outcome.ranking;
      const sorted = [...new Set(values)].sort().reverse();
      expect(ranking).toEqual(
        sorted.map((value) => values.flatMap((other, choice) => (other === value ? [choice] : []))),
      );
    }),
    { numRuns: 500 },
  );
});

test('MJ01 monotonicity, anonymity and neutrality', () => {
  staysWhenScoredHigher(majorityJudgment);
  keepsScoreLaws(majorityJudgment);
});

test('MJ01 participation fails: a voter who grades A above B makes B win', () => {
  const others = '1: A 1 B 2\n1: A 1 B 0';
  expect(storyOf(count(others))).toContain('1 | A 1 B 0 | elect A');
  expect(storyOf(count(`${others}\n1: A 3 B 2`))).toContain('1 | A 1 B 2 | elect B');
});
