import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../ballots/ranks.ts';
import { arbitraryBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { splitAtRandom } from '../testing/split-at-random.ts';
import { createPrefLibReader, readPrefLib } from './read-preflib.ts';
import { prefLibTypeOf, writePrefLib } from './write-preflib.ts';

const file = (lines: string[], head: Record<string, string> = {}) => {
  const all = {
    'DATA TYPE': 'toi',
    'NUMBER ALTERNATIVES': '3',
    'NUMBER VOTERS': '5',
    'NUMBER UNIQUE ORDERS': '2',
    'ALTERNATIVE NAME 1': 'Ann',
    'ALTERNATIVE NAME 2': 'Ben: the second',
    'ALTERNATIVE NAME 3': 'Cay',
    ...head,
  };
  const kept = Object.entries(all).filter(([, value]) => value !== '-');
  return [...kept.map(([key, value]) => `# ${key}: ${value}`), ...lines, ''].join('\n');
};

const problemsOf = (text: string) => {
  const read = readPrefLib(text);
  return read.ok ? [] : read.error.map(({ code, line, column }) => `${line}:${column} ${code}`);
};

const facts = { fileName: 'x.toi', publicationDate: '2024-12-07', modificationDate: '2024-12-08' };

test('F20 orders with and without equal ranks', () => {
  const { ballots, title } = unwrap(readPrefLib(file(['3: 1, {3, 2}', '2: 2'], { TITLE: 'A leader' })));
  expect(ballots.choices.map(({ name }) => name)).toEqual(['Ann', 'Ben: the second', 'Cay']);
  expect([title, [...ballots.weights], ranksOf(ballots, 0), ranksOf(ballots, 1)]).toEqual([
    'A leader',
    [3, 2],
    [[0], [1, 2]],
    [[1]],
  ]);
});

test.each([
  [file(['3: 1', '2: 2'], { 'DATA TYPE': 'cat' }), ['1:14 not_supported']],
  [
    file(['3: 1', '2: 2'], { 'DATA TYPE': '-', 'ALTERNATIVE NAME 2': '-' }),
    ['6:1 header_missing', '6:1 header_missing'],
  ],
  [
    file(['3: 1', '2: 2'], { 'NUMBER ALTERNATIVES': 'x' }),
    [
      '2:24 number_invalid',
      '3:18 count_differs',
      '4:25 count_differs',
      '8:4 unknown_choice',
      '9:4 unknown_choice',
    ],
  ],
  [file(['3: 1', '1: 2']), ['3:18 count_differs']],
  [file(['3: 1', '1: 2', '1: 3']), ['4:25 count_differs']],
  [file(['3: 1', '2: 1']), ['10:1 count_differs']],
  [file(['3: 1', '2: 2'], { 'ALTERNATIVE NAME 3': 'Ann' }), ['7:23 duplicate_name']],
  [file(['# KEY: late', '3: 1', '2: 2', '# x']), ['11:1 unexpected_text']],
])('F21 problems of the head of %j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test.each([
  ['soc', ['3: 1,2,3', '2: 2,1'], ['9:3 incomplete_order']],
  ['soi', ['3: 1,{2,3}', '2: 2,1'], ['8:3 tie_not_allowed']],
  ['toc', ['3: 1,{2,3}', '2: {2,1}'], ['9:3 incomplete_order']],
  [
    'toi',
    ['3: 1,{2,3}', '2: 2,1,2'],
    ['9:3 repeated_choice', '3:18 count_differs', '4:25 count_differs'].toReversed(),
  ],
  [
    'toi',
    ['3: 4', '2: 2,'],
    ['3:18 count_differs', '4:25 count_differs', '8:4 unknown_choice', '9:6 malformed'],
  ],
  [
    'toi',
    ['x: 1', '2: {2'],
    ['3:18 count_differs', '4:25 count_differs', '8:1 weight_invalid', '9:6 malformed'],
  ],
  [
    'toi',
    ['3: {1,{2}}', '2: {}'],
    ['3:18 count_differs', '4:25 count_differs', '8:7 malformed', '9:5 malformed'],
  ],
])('F22 problems of a %s with %j', (type, lines, expected) => {
  const found = problemsOf(file(lines, { 'DATA TYPE': type }));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('F21 an empty file lacks its head', () => {
  expect(problemsOf('')).toEqual(Array.from({ length: 4 }, () => '1:1 header_missing'));
});

test('F01 F03 what is written and read again, in any pieces, is the same', () => {
  fc.assert(
    fc.property(
      arbitraryBallots({ equalRanks: true }),
      fc.infiniteStream(fc.nat({ max: 9 })),
      (ballots, sizes) => {
        const written = { ballots, title: 'A title', seats: null };
        const text = [...unwrap(writePrefLib(written, facts))].join('');
        const reader = createPrefLibReader();
        for (const piece of splitAtRandom(text, sizes)) reader.push(piece);
        expect(unwrap(reader.end())).toEqual(written);
      },
    ),
  );
});

test('F22 the most restrictive type is written', () => {
  const typeOf = (...lines: string[]) => {
    const head = { 'NUMBER VOTERS': String(lines.length), 'NUMBER UNIQUE ORDERS': String(lines.length) };
    return prefLibTypeOf(unwrap(readPrefLib(file(lines, head))).ballots);
  };
  expect(typeOf('1: 1,2,3')).toBe('soc');
  expect(typeOf('1: 1,2,3', '1: 2')).toBe('soi');
  expect(typeOf('1: 1,{2,3}')).toBe('toc');
  expect(typeOf('1: 1,{2,3}', '1: 2')).toBe('toi');
});

test('F03 what PrefLib cannot hold is refused', () => {
  const read = unwrap(readPrefLib(file(['3: 1', '2: 2'])));
  const traits = { ...read.ballots.traits, skippedRanks: true };
  const choices = read.ballots.choices.map((choice) => ({ ...choice, name: 'x', withdrawn: true }));
  const refused = writePrefLib(
    { ...read, ballots: { ...read.ballots, traits, choices, weightScale: 10 } },
    facts,
  );
  expect(refused.ok ? 0 : refused.error.length).toBe(4);
});
