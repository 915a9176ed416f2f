import type { SheetDetail, SheetRevision, SheetWarning } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ContestFacts } from '../elections/index.ts';
import { sheetStream } from './sheet-event.ts';
import { choicesToVotes } from './votes-by-choice.ts';

/** Every set of figures a sheet has had, the first one first. */
export const listRevisions = async (
  db: Database,
  contest: ContestFacts,
  sheetId: string,
): Promise<SheetRevision[]> => {
  const rows = await db.kysely
    .selectFrom('sheet_revision as r')
    .leftJoin('person as p', 'p.id', 'r.author_id')
    .selectAll('r')
    .select('p.name as author_name')
    .where('r.sheet_id', '=', sheetId)
    .orderBy('r.revision')
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    votes: choicesToVotes(contest, row.votes),
    rejected: row.rejected,
    cast: row.cast_ballots,
    registered: row.registered,
    author: row.author_name ?? row.author_id,
    source: row.source,
    onBehalfOf: row.on_behalf_of,
    device: row.device,
    reason: row.reason,
    note: row.note,
    capturedAt: row.captured_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    warnings: row.warnings as SheetWarning[],
    attachments: row.attachments,
    bodyHash: row.body_hash.toString('hex'),
    leafHash: row.leaf_hash.toString('hex'),
  }));
};

interface EventRow {
  readonly type: string;
  readonly occurred_at: Date;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly status: string;
  readonly revision: number;
}

/** What was done to a sheet, in the order it was committed. */
export const listHistory = async (db: Database, sheetId: string): Promise<SheetDetail['history']> => {
  const { rows } = await sql<EventRow>`
    select l.type, l.occurred_at, coalesce(p.name, l.actor::text) as actor, l.payload ->> 'reason' as reason,
      l.payload -> 'after' ->> 'status' as status, (l.payload ->> 'revision')::int as revision
    from ledger l left join person p on p.id = l.actor
    where l.stream = ${sheetStream(sheetId)} order by l.id`.execute(db.kysely);
  return rows.map((row) => ({
    type: row.type,
    at: row.occurred_at.toISOString(),
    actor: row.actor,
    reason: row.reason,
    status: row.status,
    revision: row.revision,
  }));
};
