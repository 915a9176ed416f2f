import { sql } from 'kysely';
import { plainArray, textArray } from '../database/array-literal.ts';
import { afterCommit, type Transaction } from '../database/transaction.ts';
import { checkAppended } from './check-appended-events.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { announceLedger } from './ledger-signals.ts';

/**
 * Writes what happened beside the state it describes, in one statement; the events keep their order. Followers are
 * woken after the commit, not by NOTIFY inside the transaction: that takes a lock over all committing
 * transactions of the server, so that they could no longer share one fsync.
 */
export const appendToLedger = async (tx: Transaction, events: readonly LedgerEvent[]): Promise<void> => {
  if (events.length === 0) return;
  checkAppended(events);
  const texts = (read: (event: LedgerEvent) => string | null | undefined): string =>
    textArray(events.map((event) => read(event) ?? null));
  await sql`/* prepared */
    insert into ledger (stream, type, version, payload, actor, on_behalf_of, request_id, device, reason)
    select * from unnest(
      ${texts(({ stream }) => stream)}::text[],
      ${texts(({ type }) => type)}::text[],
      ${plainArray(events.map(({ version }) => version))}::smallint[],
      ${texts(({ payload }) => JSON.stringify(payload))}::json[],
      ${texts(({ actor }) => actor)}::uuid[],
      ${texts(({ onBehalfOf }) => onBehalfOf)}::uuid[],
      ${texts(({ requestId }) => requestId)}::text[],
      ${texts(({ device }) => device)}::text[],
      ${texts(({ reason }) => reason)}::text[]
    )`.execute(tx);
  afterCommit(tx, announceLedger);
};
