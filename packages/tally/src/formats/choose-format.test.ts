import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { createBallotFileReader, delimiterOf, formatOf, keepOrder, readScale } from './choose-format.ts';
import { readCsvTable } from './csv/read-table.ts';

test('F70 by the ending, else by how the text begins, else not at all', () => {
  expect(formatOf('votes.BLT', '')).toBe('blt');
  expect(formatOf('00001.toi', '')).toBe('preflib');
  expect(formatOf('a.tsv', '')).toBe('csv');
  expect(formatOf('ballots', '# DATA TYPE: soc\n')).toBe('preflib');
  expect(formatOf('ballots.txt', '# comment\n3 1\n2 1 0\n')).toBe('blt');
  expect(formatOf('ballots.txt', '12: A > B\n')).toBe('abif');
  expect(formatOf('ballots.txt', '{"title": "Capitals"}\n3: A\n')).toBe('abif');
  expect(formatOf('', '\uFEFF{\n "@type": "CVR.CastVoteRecordReport"')).toBe('cvr');
  expect(formatOf('', 'first;second\n')).toBe('csv');
  expect(formatOf('notes.txt', 'Dear voters')).toBeNull();
});

test('F70 the reader of each format reads it', () => {
  const choicesOf = (reader: ReturnType<typeof createBallotFileReader>, text: string): number => {
    reader.push(text);
    const file = reader.end();
    return file.ok ? file.value.ballots.choices.length : -1;
  };
  expect(choicesOf(createBallotFileReader({ format: 'blt' }), '2 1\n3 1 2 0\n0\n"A"\n"B"\n"T"\n')).toBe(2);
  expect(choicesOf(createBallotFileReader({ format: 'abif' }), '3: A > B > C\n')).toBe(3);
  const csv = { layout: 'choices' } as const;
  expect(choicesOf(createBallotFileReader({ format: 'csv', csv }), '1st,2nd\nA,B\n')).toBe(2);
  expect(choicesOf(createBallotFileReader({ format: 'preflib' }), 'no head\n')).toBe(-1);
  expect(choicesOf(createBallotFileReader({ format: 'cvr' }), '{}')).toBe(-1);
});

test('F70 delimiters and scales', () => {
  expect(delimiterOf('a;b;c,d\n1,2,3,4,5')).toBe(';');
  expect(delimiterOf('a')).toBe(',');
  expect(readScale('-2-2')).toMatchObject({ value: { min: -2, max: 2 } });
  expect(readScale('5-0').ok).toBe(false);
  expect(readScale('five').ok).toBe(false);
});

test('F71 a table, and what is wrong with one', () => {
  const table = readCsvTable('list,votes\n"A, B",5\n\nC,6\n');
  expect(table).toMatchObject({ value: { columns: ['list', 'votes'] } });
  expect(table.ok && table.value.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['A, B', '5'],
    ['C', '6'],
  ]);
  expect(readCsvTable('')).toMatchObject({ error: [{ code: 'header_missing' }] });
  expect(readCsvTable('a,a\n1\n')).toMatchObject({
    error: [
      { code: 'duplicate_name', line: 1, column: 3 },
      { code: 'count_differs', line: 2, column: 1 },
    ],
  });
});

test('F05 in the order of the file, where the format has one', () => {
  const read = (plan: Parameters<typeof keepOrder>[0], text: string): string => {
    const reader = createBallotFileReader(keepOrder(plan));
    reader.push(text);
    const { ballots } = unwrap(reader.end());
    return [...ballots.marks, ballots.inOrder === true].join(' ');
  };
  expect(read({ format: 'blt' }, '2 1\n1 1 0\n1 2 0\n1 1 0\n0\n"A"\n"B"\n"T"\n')).toBe('0 1 0 true');
  const csv = { layout: 'choices', choices: ['A', 'B'] } as const;
  expect(read({ format: 'csv', csv }, 'first\nA\nB\nA\n')).toBe('0 1 0 true');
  expect(read({ format: 'abif' }, '1: A\n1: B\n1: A\n')).toBe('0 1 false');
});
