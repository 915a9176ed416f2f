import { sql } from 'kysely';
import { afterCommit, type Transaction } from '../database/transaction.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { announceLedger } from './ledger-signals.ts';

/**
 * Writes what happened beside the state it describes, in one statement; the events keep their order. Followers are
 * woken after the commit, not by NOTIFY inside the transaction: that takes a lock over all committing
 * transactions of the server, so that they could no longer share one fsync.
 */
export const appendToLedger = async (tx: Transaction, events: readonly LedgerEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const column = <T>(read: (event: LedgerEvent) => T): T[] => events.map(read);
  await sql`/* prepared */
    insert into ledger (stream, type, version, payload, actor, on_behalf_of, request_id, device, reason)
    select * from unnest(
      ${column(({ stream }) => stream)}::text[],
      ${column(({ type }) => type)}::text[],
      ${column(({ version }) => version)}::smallint[],
      ${column(({ payload }) => JSON.stringify(payload))}::jsonb[],
      ${column(({ actor }) => actor)}::uuid[],
      ${column(({ onBehalfOf }) => onBehalfOf)}::uuid[],
      ${column(({ requestId }) => requestId)}::text[],
      ${column(({ device }) => device)}::text[],
      ${column(({ reason }) => reason)}::text[]
    )`.execute(tx);
  afterCommit(tx, announceLedger);
};
