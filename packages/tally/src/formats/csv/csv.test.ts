import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../ballots/ranks.ts';
import { arbitraryBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { arbitraryScores } from '../testing/arbitrary-scores.ts';
import { splitAtRandom } from '../testing/split-at-random.ts';
import type { CsvPlan } from './csv-plan.ts';
import { createCsvReader, readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

const groupsOf = (text: string, plan: CsvPlan) => {
  const { ballots } = unwrap(readCsv(text, plan));
  return Array.from({ length: ballots.groups }, (_, group) => [
    ballots.weights[group],
    ranksOf(ballots, group),
  ]);
};

const problemsOf = (text: string, plan: CsvPlan) => {
  const read = readCsv(text, plan);
  return read.ok ? [] : read.error.map(({ code, line, column }) => `${line}:${column} ${code}`);
};

test('F40 F41 F44 a column a rank', () => {
  const text =
    'id,"first",second,third,n\r\n7,"Smith, ""A""",,Bo,2\r\n8,overvote,Bo,UWI,1\r\n9,"Two\nlines",skipped,,1\r\n';
  const plan = {
    layout: 'choices',
    ignoredColumns: ['id'],
    weightColumn: 'n',
    undeclaredCell: 'UWI',
  } as const;
  expect(groupsOf(text, plan)).toEqual([
    [2, [[0], [], [1]]],
    [1, ['overvote', [1], [2]]],
    [1, [[3]]],
  ]);
  const { choices } = unwrap(readCsv(text, plan)).ballots;
  expect(choices.map(({ name, writeIn }) => [name, writeIn])).toEqual([
    ['Smith, "A"', 'no'],
    ['Bo', 'no'],
    ['UWI', 'undeclared'],
    ['Two\nlines', 'no'],
  ]);
});

test('F42 a column a choice, with equal and missing ranks', () => {
  expect(groupsOf('A;B;C\n1;3;3\n;1;\n', { layout: 'ranks', delimiter: ';' })).toEqual([
    [1, [[0], [], [1, 2]]],
    [1, [[1]]],
  ]);
});

test('F40 an empty line is a record of one empty field', () => {
  expect(groupsOf('choice\nA\n\nA\n', { layout: 'choices' })).toEqual([
    [2, [[0]]],
    [1, []],
  ]);
  expect(problemsOf('a,b\n\n', { layout: 'ranks' })).toEqual(['2:1 count_differs']);
});

test('F41 several choices in one cell, and words of its own for what is no choice', () => {
  const plan: CsvPlan = {
    layout: 'choices',
    cellDelimiter: '|',
    overvoteCell: 'OV',
    undeclaredCell: 'UWI',
  };
  const { ballots } = unwrap(readCsv('1,2,3\nA|B,C,\nUWI,OV,A\noverstated,,\n', plan));
  expect(ballots.choices.map(({ name, writeIn }) => [name, writeIn])).toEqual([
    ['A', 'no'],
    ['B', 'no'],
    ['C', 'no'],
    ['UWI', 'undeclared'],
    ['overstated', 'no'],
  ]);
  expect([0, 1, 2].map((group) => ranksOf(ballots, group))).toEqual([
    [[0, 1], [2]],
    [[3], 'overvote', [0]],
    [[4]],
  ]);
  expect(problemsOf('1,2\nA|A,B\n', plan)).toEqual(['2:1 repeated_choice']);
});

test('F41 the empty cell may be an undeclared write-in', () => {
  const { ballots } = unwrap(readCsv('1,2\n,A\n', { layout: 'choices', undeclaredCell: '' }));
  expect(ballots.choices.map(({ name, writeIn }) => [name, writeIn])).toEqual([
    ['Undeclared write-ins', 'undeclared'],
    ['A', 'no'],
  ]);
  expect(ranksOf(ballots, 0)).toEqual([[0], [1]]);
});

test('F43 scores and marks', () => {
  const scale = { min: 0, max: 5, grades: null };
  expect(groupsOf('A,B,C\n5,,2\n', { layout: 'scores', scale })).toEqual([[1, [[0], [2]]]]);
  expect(groupsOf('A,B,C\n1,x,0\n0,,0\n', { layout: 'marks' })).toEqual([
    [1, [[0, 1]]],
    [1, []],
  ]);
});

const scale = { min: 0, max: 5, grades: null };
test.each<[string, CsvPlan, string[]]>([
  ['', { layout: 'choices' }, ['1:1 header_missing']],
  ['a,a\n', { layout: 'choices', weightColumn: 'w' }, ['1:1 column_missing', '1:3 duplicate_name']],
  ['a,b\nx\ny,z,w\n', { layout: 'choices' }, ['2:1 count_differs', '3:1 count_differs']],
  ['a,n\nx,0\nx,y\n', { layout: 'choices', weightColumn: 'n' }, ['2:3 weight_invalid', '3:3 weight_invalid']],
  ['a\nx\ny\n', { layout: 'choices', choices: ['x'] }, ['3:1 unknown_choice']],
  [
    'a,b\n1,0\n1,-1\n1,1001\n',
    { layout: 'ranks' },
    ['2:3 number_invalid', '3:3 number_invalid', '4:3 number_invalid'],
  ],
  ['a,b\n1,6\n1,x\n', { layout: 'scores', scale }, ['2:1 score_invalid', '3:3 score_invalid']],
  ['a,b\n1,2\n', { layout: 'marks' }, ['2:3 score_invalid']],
  ['a\nx"y\n"z"w\n"open\n', { layout: 'choices' }, ['2:2 malformed', '3:4 malformed', '4:1 malformed']],
])('F02 problems of %j', (text, plan, expected) => {
  expect(problemsOf(text, plan)).toEqual(expected);
});

test('F01 F03 what is written and read again, in any pieces, is the same', () => {
  const strict = arbitraryBallots({ skippedRanks: true, overvotes: true, repeats: true });
  const tied = arbitraryBallots({ skippedRanks: true, equalRanks: true });
  const sizes = fc.infiniteStream(fc.nat({ max: 9 }));
  const cases = fc.oneof(
    fc.record({ ballots: strict, layout: fc.constant('choices' as const) }),
    fc.record({ ballots: tied, layout: fc.constant('ranks' as const) }),
    fc.record({ ballots: arbitraryScores(), layout: fc.constant('scores' as const) }),
  );
  fc.assert(
    fc.property(cases, sizes, ({ ballots, layout }, stream) => {
      const text = [...unwrap(writeCsv(ballots, layout === 'choices' ? 'choices' : 'ranks'))].join('');
      const choices = ballots.choices.map(({ name }) => name);
      const given = layout === 'scores' ? { scale } : { choices };
      const reader = createCsvReader({ layout, weightColumn: 'weight', ...given });
      for (const piece of splitAtRandom(text, stream)) reader.push(piece);
      expect(unwrap(reader.end()).ballots).toEqual(ballots);
    }),
  );
});

test('F03 what a layout cannot hold is refused', () => {
  const { ballots } = unwrap(readCsv('A,B\n1,1\n', { layout: 'ranks' }));
  expect(writeCsv(ballots, 'choices').ok).toBe(false);
  const traits = { ...ballots.traits, overvotes: true };
  const choices = ballots.choices.map((choice) => ({ ...choice, name: 'overvote' }));
  const refused = writeCsv({ ...ballots, traits, choices }, 'ranks');
  expect(refused.ok ? 0 : refused.error.length).toBe(4);
});
