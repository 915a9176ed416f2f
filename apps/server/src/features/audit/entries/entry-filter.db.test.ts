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

test.each<[string, EntryWish, string[]]>([
  ['everything', { ...everything, filter: {} }, ['ledger_by_time', 'audit_refusal_by_time']],
  ['a person', { ...everything, filter: { person: id } }, ['ledger_by_actor', 'audit_refusal_by_person']],
  [
    'a thing',
    { ...everything, filter: { thing: 'sheet:x' } },
    ['ledger_by_stream', 'audit_refusal_by_action'],
  ],
  [
    'a rare action',
    { ...everything, filter: { action: 'x.y' } },
    ['ledger_of_rare_types', 'audit_refusal_by_kind'],
  ],
  [
    'sheets',
    { ...everything, filter: { action: 'sheet.submitted' } },
    ['ledger_by_time', 'audit_refusal_by_kind'],
  ],
  ['refusals', { ...everything, filter: { kind: 'refusal' } }, ['audit_refusal_by_time']],
  [
    'some elections',
    { reach: [id as ElectionId], before: null, filter: {} },
    ['ledger_by_election', 'audit_refusal_by_election'],
  ],
])('a page of %s is read in the order of its indexes', async (_name, wish, indexes) => {
  for (const before of [null, { at: '2026-11-20 12:00:00.123456+00', id: 7 }]) {
    const lines = await plan({ ...wish, before });
    for (const index of indexes) expect(lines).toContain(`Index Scan Backward using ${index}`);
    expect(lines.match(/Index Scan/g)).toHaveLength(indexes.length);
    expect(lines).not.toContain('Seq Scan');
  }
});
