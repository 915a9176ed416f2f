import { isUuid } from '@comitium/basics';
import { sql } from 'kysely';
import { plainArray, type Transaction, textArray, timeArray } from '../../../platform/database/index.ts';
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
  const plain = (read: (event: RecordedEvent) => string | number | null): string =>
    plainArray(events.map(read));
  const texts = (read: (event: RecordedEvent) => string): string => textArray(events.map(read));
  await sql`/* prepared */
    insert into audit_entry (occurred_at, person_id, action, thing, election_id, era, tx, ledger_id)
    select * from unnest(
      ${timeArray(events.map(({ occurredAt }) => occurredAt))}::timestamptz[],
      ${plain(({ actor }) => actor)}::uuid[],
      ${texts(({ type }) => type)}::text[],
      ${texts(({ stream }) => stream)}::text[],
      ${plain(electionOf)}::uuid[],
      ${plain(({ position }) => position.era)}::smallint[],
      ${plain(({ position }) => position.tx)}::xid8[],
      ${plain(({ position }) => position.id)}::bigint[]
    )`.execute(tx);
};
