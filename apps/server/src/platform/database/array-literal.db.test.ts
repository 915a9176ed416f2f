import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { plainArray, textArray, timeArray, vectorArray } from './array-literal.ts';
import { createTestDatabase } from './testing/create-test-database.ts';

const db = await createTestDatabase();

test('PostgreSQL reads every literal back as what was written', async () => {
  const texts = ['plain', null, 'with "quotes"', 'back\\slash', '', 'NULL', 'a,b {c}', 'ünï 🗳\n'];
  const times = [new Date('2026-11-20T21:00:00.123Z'), null];
  const { rows } = await sql<Record<string, unknown>>`
    select ${plainArray([1, null, 3])}::int[] as numbers, ${plainArray([true, null])}::bool[] as flags,
      ${textArray(texts)}::text[] as texts, ${timeArray(times)}::timestamptz[] as times,
      (${vectorArray([[1, 2], []])}::text[])[1]::int[] as vector,
      ${plainArray([])}::int[] as none`.execute(db.kysely);
  expect(rows[0]).toEqual({
    numbers: [1, null, 3],
    flags: [true, null],
    texts,
    times,
    vector: [1, 2],
    none: [],
  });
});
