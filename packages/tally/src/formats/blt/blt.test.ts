import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../ballots/ranks.ts';
import { arbitraryBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { splitAtRandom } from '../testing/split-at-random.ts';
import { createBltReader, readBlt } from './read-blt.ts';
import { writeBlt } from './write-blt.ts';

// The example of the paper.
const paper = `4 2
-2
3 1 3 4 0
4 1 3 2 0
2 4 1 3 0
1 2 0
2 2 4 3 1 0
1 3 4 2 0
0
"Adam"
"Basil"
"Charlotte"
"Donald"
"Title"
`;

const contents = (text: string) => {
  const { ballots, title, seats } = unwrap(readBlt(text));
  const groups = Array.from({ length: ballots.groups }, (_, group) => [
    ballots.weights[group]! / ballots.weightScale,
    ranksOf(ballots, group),
  ]);
  return { names: ballots.choices.map(({ name }) => name), groups, title, seats };
};

const problemsOf = (text: string) => {
  const read = readBlt(text);
  return read.ok ? [] : read.error.map(({ code, line, column }) => `${line}:${column} ${code}`);
};

test('F13 options in square brackets', () => {
  const text =
    '4 2\n[nick ann bob cy dee] # words\n[withdrawn cy] [undeclared 4] [tie 4 3 2 1 ]\n3 ann bob=dee 0\n2 2 1 0\n0\nA B C D T\n';
  const { ballots } = unwrap(readBlt(text));
  expect(ballots.choices.map(({ name, withdrawn, writeIn }) => [name, withdrawn, writeIn])).toEqual([
    ['A', false, 'no'],
    ['B', false, 'no'],
    ['C', true, 'no'],
    ['D', false, 'undeclared'],
  ]);
  expect([0, 1].map((group) => ranksOf(ballots, group))).toEqual([
    [[0], [1, 3]],
    [[1], [0]],
  ]);
});

test('F10 the example of the paper', () => {
  const read = unwrap(readBlt(paper));
  expect(read.ballots.choices.map(({ withdrawn }) => withdrawn)).toEqual([false, true, false, false]);
  expect(contents(paper)).toEqual({
    names: ['Adam', 'Basil', 'Charlotte', 'Donald'],
    groups: [
      [3, [[0], [2], [3]]],
      [4, [[0], [2], [1]]],
      [2, [[3], [0], [2]]],
      [1, [[1]]],
      [2, [[1], [3], [2], [0]]],
      [1, [[2], [3], [1]]],
    ],
    title: 'Title',
    seats: 2,
  });
});

test('F11 comments, decimals, equal and skipped ranks, blank ballots', () => {
  const text =
    '3 1 # three\n1.5 1=3 - 2 0 # a voter\n# nobody\n2 0\n0\nA "B # not a comment" "C"\n"T" "source" "note"\n';
  expect(contents(text)).toEqual({
    names: ['A', 'B # not a comment', 'C'],
    groups: [
      [1.5, [[0, 2], [], [1]]],
      [2, []],
    ],
    title: 'T',
    seats: 1,
  });
});

test('F13 ballot ids are refused', () => {
  expect(problemsOf('2 1\n(id) 1 2 0\n0\nA B\n')).toEqual(['2:1 not_supported']);
});

test('F12 the whole file on one line, identical ballots grouped', () => {
  expect(contents('2 1 1 1 2 0 1 2 0 3 1 2 0 0 "A" "B" "T"')).toMatchObject({
    groups: [
      [4, [[0], [1]]],
      [1, [[1]]],
    ],
  });
});

test('F04 CR LF and a byte order mark', () => {
  expect(contents(`\uFEFF${paper.replaceAll('\n', '\r\n')}`)).toEqual(contents(paper));
});

test.each([
  ['', ['1:1 unexpected_end']],
  ['two 1\n1 1 0\n', ['1:1 number_invalid']],
  ['2 1\n1 1 0\n', ['3:1 unexpected_end']],
  ['2 1\n1 1 2\n1 1 0\n0\nA B\n', ['2:6 ballot_not_ended']],
  ['2 1\n1 1 3 0\n1 x 0\n0 1 0\nA B\n', ['2:5 unknown_choice', '3:3 malformed', '4:3 malformed']],
  ['2 1\nx 1 0\n-1 1 0\n0\nA B\n', ['2:1 weight_invalid']],
  ['2 1\n1 1 2 1 0\n2 1=1 0\n0\nA B\n', ['2:1 repeated_choice', '3:1 repeated_choice']],
  ['2 1\n-3\n1 1 0\n-1\n0\nA B\n', ['2:1 unknown_choice', '4:1 unexpected_text']],
  ['2 1\n1 1 0\n0\n"A" "B\n', ['4:5 malformed', '5:1 unexpected_end']],
  ['1 1\n1 1 0\n0\nA T s c more\n', ['4:9 unexpected_text']],
  ['2 1\n(id) 1 0\n0\nA B\n', ['2:1 not_supported']],
  [
    '2 1\n[tie 2] [seed 1] [withdrawn 3]\n0\nA B\n',
    ['2:1 count_differs', '2:9 not_supported', '2:18 unknown_choice'],
  ],
  [
    '2 1\n[nick a a]\n[tie 1 1]\n[undeclared 1\n0\nA B\n',
    ['2:1 count_differs', '3:1 count_differs', '4:1 malformed'],
  ],
  ['2 1\n9007199254740991 1 0\n1 2 0\n0\nA B\n', ['3:1 weight_too_large']],
])('F02 F13 problems of %j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test('F02 after a thousand problems the rest is counted', () => {
  const read = readBlt(`1 1\n${'x\n'.repeat(1500)}0\nA\n`);
  expect(read.ok ? [] : [read.error.length, read.error.at(-1)?.message]).toEqual([1001, 'And 500 more.']);
});

test('F01 F03 what is written and read again, in any pieces, is the same', () => {
  fc.assert(
    fc.property(
      arbitraryBallots({ equalRanks: true, skippedRanks: true }),
      fc.infiniteStream(fc.nat({ max: 9 })),
      (ballots, sizes) => {
        const file = { ballots, title: 'A title', seats: 3 };
        const text = [...unwrap(writeBlt(file))].join('');
        const reader = createBltReader();
        for (const piece of splitAtRandom(text, sizes)) reader.push(piece);
        expect(unwrap(reader.end())).toEqual(file);
      },
    ),
  );
});

test('F02 a line read at once and a line read token by token agree', () => {
  const token = fc.constantFrom(
    '0',
    '1',
    '2',
    '3',
    '4',
    '-',
    '=',
    '1=2',
    '2=',
    '=3',
    '01',
    '1.5',
    '0 ',
    ' ',
    'x',
  );
  const line = fc
    .array(fc.tuple(token, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 5 })
    .chain((parts) => fc.constantFrom(parts.flat().join(''), `1 ${parts.flat().join('')} 0`));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
      const fileOf = (comment: string) =>
        `3 1\n${lines.map((text) => `${text}${comment}\n`).join('')}0\nA B C\n`;
      // A comment makes a line one that must be read token by token; only the place of a missing 0 moves.
      const [plain, slow] = ['', '#'].map((comment) => readBlt(fileOf(comment)));
      if (plain?.ok) expect(slow).toEqual(plain);
      else
        expect(plain?.error.map(({ code }) => code)).toEqual(
          slow?.ok ? [] : slow?.error.map(({ code }) => code),
        );
    }),
    { numRuns: 2000, examples: [[['1 2 =3 0']], [['1 -=2 0']], [['1 - 2 0 ']], [['0 1 0']]] },
  );
});

test('F03 weights with decimals and withdrawn choices come back', () => {
  const text = '2 1\n-2\n1.25 1 0\n2 2 0\n0\n"A"\n"B"\n';
  expect([...unwrap(writeBlt(unwrap(readBlt(text))))].join('')).toBe(text);
});

test('F03 what BLT cannot hold is refused', () => {
  const file = unwrap(readBlt(paper));
  const quoted = file.ballots.choices.map((choice) => ({ ...choice, name: 'a "b"' }));
  expect(writeBlt({ ...file, ballots: { ...file.ballots, choices: quoted } }).ok).toBe(false);
  expect(writeBlt({ ...file, ballots: { ...file.ballots, form: 'choose' } }).ok).toBe(false);
  const traits = { ...file.ballots.traits, overvotes: true, repeats: true };
  const refused = writeBlt({ ...file, ballots: { ...file.ballots, traits } });
  expect(refused.ok ? 0 : refused.error.length).toBe(2);
});
