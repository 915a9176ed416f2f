import { isUuid } from '@comitium/basics';
import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { RecordedEvent } from '../../../platform/ledger/index.ts';
import '../audit-tables.ts';

const streams = /^(?:election|conflicts):([0-9a-f-]{36})(?::|$)/;

/** The election whose administrators may see the event: named by its stream or its payload. */
export const electionOf = ({ stream, payload }: Pick<RecordedEvent, 'stream' | 'payload'>): string | null => {
  const named = streams.exec(stream)?.[1] ?? payload['electionId'] ?? payload['election'];
  return typeof named === 'string' && isUuid(named) ? named : null;
};

/** Puts events into the list that the explorer searches. */
export const projectEvents = async (tx: Transaction, events: readonly RecordedEvent[]): Promise<void> => {
  const column = <T>(read: (event: RecordedEvent) => T): T[] => events.map(read);
  await sql`
    insert into audit_entry (occurred_at, person_id, action, thing, election_id, era, tx, ledger_id)
    select * from unnest(
      ${column(({ occurredAt }) => occurredAt)}::timestamptz[],
      ${column(({ actor }) => actor)}::uuid[],
      ${column(({ type }) => type)}::text[],
      ${column(({ stream }) => stream)}::text[],
      ${column(electionOf)}::uuid[],
      ${column(({ position }) => position.era)}::smallint[],
      ${column(({ position }) => String(position.tx))}::xid8[],
      ${column(({ position }) => position.id)}::bigint[]
    )`.execute(tx);
};
