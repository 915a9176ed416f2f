import { type RawBuilder, sql } from 'kysely';
import { jsonLines, plainArray, textArray } from '../database/array-literal.ts';
import type { CopyRows } from '../database/copy-rows.ts';
import { CopyWriter } from '../database/copy-writer.ts';
import type { Database } from '../database/database.ts';
import { afterCommit, type Transaction } from '../database/transaction.ts';
import { checkAppended } from './check-appended-events.ts';
import { electionOf } from './election-of.ts';
import type { JsonObject, LedgerEvent, RecordedEvent } from './ledger-event.ts';
import { announceLedger } from './ledger-signals.ts';
import { keepOwnEvents } from './own-events.ts';

/** Where a statement's events were put: one transaction, one time, a place each. */
export interface WrittenEvents {
  readonly era: number;
  readonly tx: string;
  readonly ids: string;
  readonly occurred_at: Date;
}

/**
 * Writes what happened beside the state it describes, in one statement; the events keep their order. Followers are
 * woken after the commit, not by NOTIFY inside the transaction: that takes a lock over all committing
 * transactions of the server, so that they could no longer share one fsync. Those of this process then find the events
 * in memory.
 */
export const appendToLedger = async (tx: Transaction, events: readonly LedgerEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const { rows } = await ledgerInsert(events).execute(tx);
  afterCommit(tx, (db) => keepAppended(db, events, rows));
  afterCommit(tx, announceLedger);
};

/** To be called after the commit by whoever sends a `ledgerCopy` by himself. */
export const announceAppended = (
  db: Database,
  events: readonly LedgerEvent[],
  rows: readonly WrittenEvents[],
): void => {
  keepAppended(db, events, rows);
  announceLedger(db);
};

const columns =
  'stream, election_id, type, version, payload, entry, actor, on_behalf_of, request_id, device, reason';
const columnCount = columns.split(',').length;
/** Of a sheet's event, with its entry of the public log. */
const usualBytes = 1_200;

/** Writes events for `inOneTrip`, and says where they were put. */
export const ledgerCopy = (
  events: readonly LedgerEvent[],
): readonly [CopyRows, RawBuilder<WrittenEvents>] => {
  checkAppended(events);
  const writer = new CopyWriter(events.length * usualBytes);
  for (const event of events) {
    const { entry, actor, onBehalfOf, requestId, device, reason } = event;
    writer.row(columnCount);
    writer.text(event.stream);
    writer.uuid(electionOf(event));
    writer.text(event.type);
    writer.smallint(event.version);
    writer.json(event.payload);
    writer.text(entry ?? null);
    writer.uuid(actor ?? null);
    writer.uuid(onBehalfOf ?? null);
    writer.text(requestId ?? null);
    writer.text(device ?? null);
    writer.text(reason ?? null);
  }
  return [
    writer.rows(`ledger (${columns})`),
    sql<WrittenEvents>`/* prepared */ ${places} from ledger
      where era = (select era from ledger_era) and tx = pg_current_xact_id()`,
  ];
};

/** Ids are given in the order of the events. */
const places = sql`select min(era) as era, min(tx::text) as tx, string_agg(id::text, ' ' order by id) as ids,
  min(occurred_at) as occurred_at`;

/** The statement that writes events. */
const ledgerInsert = (events: readonly LedgerEvent[]): RawBuilder<WrittenEvents> => {
  checkAppended(events);
  const texts = (read: (event: LedgerEvent) => string | null | undefined): string =>
    textArray(events.map((event) => read(event) ?? null));
  return sql<WrittenEvents>`/* prepared */
    with written as (
      insert into ledger (${sql.raw(columns)})
      select * from unnest(
        ${texts(({ stream }) => stream)}::text[],
        ${plainArray(events.map(electionOf))}::uuid[],
        ${texts(({ type }) => type)}::text[],
        ${plainArray(events.map(({ version }) => version))}::smallint[],
        ${jsonLines(events.map(({ payload }) => payload))},
        ${texts(({ entry }) => entry)}::text[],
        ${texts(({ actor }) => actor)}::uuid[],
        ${texts(({ onBehalfOf }) => onBehalfOf)}::uuid[],
        ${texts(({ requestId }) => requestId)}::text[],
        ${texts(({ device }) => device)}::text[],
        ${texts(({ reason }) => reason)}::text[]
      )
      returning id, era, tx, occurred_at)
    ${places} from written`;
};

const keepAppended = (
  db: Database,
  events: readonly LedgerEvent[],
  [written]: readonly WrittenEvents[],
): void => {
  if (written !== undefined) keepOwnEvents(db, recorded(events, written));
};

const recorded = (
  events: readonly LedgerEvent[],
  { era, tx, ids, occurred_at: occurredAt }: WrittenEvents,
): RecordedEvent[] => {
  const places = ids.split(' ');
  return events.map((event, at) => ({
    ...event,
    // Every declared payload is JSON.
    payload: event.payload as JsonObject,
    entry: event.entry ?? null,
    position: { era, tx: Number(tx), id: Number(places[at]) },
    occurredAt,
  }));
};
