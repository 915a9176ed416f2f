import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../ballots/ranks.ts';
import { arbitraryBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { arbitraryScores } from '../testing/arbitrary-scores.ts';
import { splitAtRandom } from '../testing/split-at-random.ts';
import { createAbifReader, readAbif } from './read-abif.ts';
import { writeAbif } from './write-abif.ts';

const problemsOf = (text: string) => {
  const read = readAbif(text);
  return read.ok ? [] : read.error.map(({ code, line, column }) => `${line}:${column} ${code}`);
};

test('F32 an order among equal scores is kept, and written again', () => {
  const file = unwrap(readAbif('2: A/4>B/4>C/4=D/4\n1: D/4, C/4\n'));
  const order = [0, 1].map((group) => ranksOf(file.ballots, group));
  expect(order).toEqual([[[0], [1], [2, 3]], [[2, 3]]]);
  expect([...unwrap(writeAbif(file))].join('')).toContain('2: "A"/4>"B"/4>"C"/4="D"/4');
  expect(writeCsv(file.ballots, 'ranks').ok).toBe(false);
});

test('F30 F32 blank ballots come anywhere; a choice without a score beside others is not scored', () => {
  const text = '{max_rating: 5}\n10:\n3: A/5 > B/2 > C\n2: B, C/4, A\n';
  const { ballots } = unwrap(readAbif(text));
  expect([ballots.form, ballots.scale?.max, [...ballots.weights]]).toEqual(['score', 5, [10, 3, 2]]);
  expect([...(ballots.scores ?? [])]).toEqual([5, 2, 4]);
  expect([...ballots.starts]).toEqual([0, 0, 2, 3]);
});

test('F30 keys of metadata may stand without quotation marks', () => {
  const file = unwrap(readAbif('{version: "0.1"}\n{title: "A town"} # so called\n{seats: 2}\n1: A>B\n'));
  expect([file.title, file.seats]).toEqual(['A town', 2]);
});

test('F30 F31 rankings without declarations', () => {
  const { ballots, title } = unwrap(
    readAbif(
      '# Tennessee\n{"title": "Capital", "other": 1} # x\n42: Memphis>Nashville = [Chat tanooga] # y\n26:"Nash # ville"\n3:\n',
    ),
  );
  expect(ballots.choices.map(({ name }) => name)).toEqual([
    'Memphis',
    'Nashville',
    'Chat tanooga',
    'Nash # ville',
  ]);
  expect([
    title,
    ranksOf(ballots, 0),
    ranksOf(ballots, 1),
    ranksOf(ballots, 2),
    [...ballots.weights],
  ]).toEqual(['Capital', [[0], [1, 2]], [[3]], [], [42, 26, 3]]);
});

test('F30 F32 declared choices and scores in any order', () => {
  const { ballots } = unwrap(
    readAbif('=DGM:[Doña García Márquez]\n=SBJ:[Steven B. Jensen]\n27: SBJ/2, DGM/5\n3: DGM/0\n'),
  );
  expect(ballots.choices.map(({ id, name }) => [id, name])).toEqual([
    ['DGM', 'Doña García Márquez'],
    ['SBJ', 'Steven B. Jensen'],
  ]);
  expect([ballots.scale, [...ballots.scores!], ranksOf(ballots, 0)]).toEqual([
    { min: 0, max: 5, grades: null },
    [5, 2, 0],
    [[0], [1]],
  ]);
});

test.each([
  ['what is this\n', ['1:1 malformed']],
  ['=A:[a]\n=A:[b]\n1: B\n', ['2:1 duplicate_name', '3:4 unknown_choice']],
  ['1: B\n=A:[a]\n', ['2:1 unexpected_text']],
  ['0: A\n1: A>>B\n', ['1:1 weight_invalid', '2:6 malformed']],
  ['1: A>B>A\n', ['1:4 repeated_choice']],
  ['1: A/3>B\n2: A\n', ['2:4 score_missing']],
  ['1: A/3>B>C/1\n', ['1:8 score_missing']],
  ['1: A\n2: A/1\n', ['2:4 score_missing']],
  ['1: A/3>B/3,C/3\n', ['1:8 order_contradicts_scores']],
  ['1: A/3>B/4\n', ['1:8 order_contradicts_scores']],
  ['1: A/3=B/4\n', ['1:8 order_contradicts_scores']],
  ['{"max_score": 3}\n1: A/4\n', ['3:1 score_invalid']],
  ['{"max_score": "3"\n{"seats": 1.5}\n', ['1:1 malformed', '2:1 malformed']],
  ['1: A;B\n', ['1:5 malformed']],
])('F02 problems of %j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test('F33 cumulative votes are refused', () => {
  expect(problemsOf('1: A*3,B*2\n')).toEqual(['1:4 not_supported']);
});

test('F01 F03 what is written and read again, in any pieces, is the same', () => {
  const ballots = fc.oneof(arbitraryBallots({ equalRanks: true }), arbitraryScores());
  fc.assert(
    fc.property(ballots, fc.infiniteStream(fc.nat({ max: 9 })), (grouped, sizes) => {
      const file = { ballots: grouped, title: 'A "title"', seats: 2 };
      const text = [...unwrap(writeAbif(file))].join('');
      const reader = createAbifReader();
      for (const piece of splitAtRandom(text, sizes)) reader.push(piece);
      expect(unwrap(reader.end())).toEqual(file);
    }),
  );
});

test('F03 what ABIF cannot hold is refused', () => {
  const file = unwrap(readAbif('1: A>B\n'));
  const choices = file.ballots.choices.map((choice) => ({ ...choice, name: '[x]', withdrawn: true }));
  const refused = writeAbif({ ...file, ballots: { ...file.ballots, form: 'choose', choices } });
  expect(refused.ok ? 0 : refused.error.length).toBe(4);
});
