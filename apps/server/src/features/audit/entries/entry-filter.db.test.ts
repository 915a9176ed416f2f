import type { ElectionId } from '@comitium/basics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { type EntryWish, pageOf } from './entry-filter.ts';

const db = await createTestDatabase();
const id = '01900000-0000-7000-8000-000000000000';
const everything = { reach: 'everything', before: null } as const;

/** How PostgreSQL goes about it where it may sort nothing: only an index gives the order then. */
const plan = (wish: EntryWish): Promise<string> =>
  db.kysely.transaction().execute(async (tx) => {
    await sql`set local enable_sort = off`.execute(tx);
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await sql<Record<string, string>>`explain (costs off) ${pageOf(wish, 50)}`.execute(tx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test.each<[string, EntryWish, string]>([
  ['everything', { ...everything, filter: {} }, 'audit_entry_by_time'],
  ['a person', { ...everything, filter: { person: id } }, 'audit_entry_by_person'],
  ['a thing', { ...everything, filter: { thing: 'sheet:x' } }, 'audit_entry_by_thing'],
  ['an action', { ...everything, filter: { action: 'grant.given' } }, 'audit_entry_by_action'],
  ['refusals', { ...everything, filter: { kind: 'refusal' } }, 'audit_entry_refusals'],
  ['some elections', { reach: [id as ElectionId], before: null, filter: {} }, 'audit_entry_by_election'],
])('a page of %s is read in the order of an index', async (_name, wish, index) => {
  for (const before of [null, { at: '2026-11-20 12:00:00.123456+00', id: 7 }]) {
    const lines = await plan({ ...wish, before });
    expect(lines).toContain(`Index Scan Backward using ${index}`);
    expect(lines).not.toContain('Seq Scan');
  }
});
