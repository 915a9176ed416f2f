import type { RawBuilder } from 'kysely';
import { type Database, inOneTrip, inTransaction, type Transaction } from '../../platform/database/index.ts';
import {
  announceAppended,
  appendToLedger,
  type LedgerEvent,
  ledgerCopy,
} from '../../platform/ledger/index.ts';
import type { NewSheet } from './new-sheet.ts';
import { sheetEvent } from './sheet-event.ts';
import { copySheets, findsNoPlace, type InsertOutcome, insertSheets } from './sheet-store.ts';
import { gatherTallyDeltas } from './tally-deltas.ts';
import { tallyAddition } from './tally-store.ts';

/** Some sheets' keys were used before: the transaction is undone and runs again without them. */
class KeysTakenError extends Error {
  readonly sheets: readonly NewSheet[];
  constructor(sheets: readonly NewSheet[]) {
    super('idempotency keys of the batch are taken');
    this.sheets = sheets;
  }
}

/** What became of a batch: committed, left out because place or key is taken, or because the election is closed. */
export interface BatchOutcome {
  readonly committed: readonly NewSheet[];
  readonly taken: readonly NewSheet[];
  readonly closed: readonly NewSheet[];
}

/**
 * Commits sheets together: sheet, revision, totals of all ancestors and ledger in one transaction. All writers take
 * rows in the same order (election, contest × station, author × key, race × area), so none can deadlock another.
 * `hopeful` says that all are expected to find their places: then everything is sent at once, and done again with care,
 * asking what became of each before going on, where that was wrong.
 */
export const commitBatch = async (
  db: Database,
  batch: readonly NewSheet[],
  hopeful: boolean,
): Promise<BatchOutcome> => {
  const ordered = [...batch].sort(byPlace);
  if (hopeful && (await writeAtOnce(db, ordered))) return { committed: ordered, taken: [], closed: [] };
  return commitWithCare(db, ordered);
};

/**
 * False where it did not work. Whatever was wrong, the careful way meets it again and tells; and where the connection was
 * lost and the commit had arrived, it finds these very sheets and answers them as sent before.
 */
const writeAtOnce = async (db: Database, sheets: readonly NewSheet[]): Promise<boolean> => {
  const events = sheets.map(submitted);
  const written = await inOneTrip(db, [...copySheets(sheets), ...ledgerCopy(events), addition(sheets)]).catch(
    (error: unknown) => {
      if (!findsNoPlace(error))
        db.log.warn({ err: error, sheets: sheets.length }, 'a batch is tried again with care');
      return null;
    },
  );
  if (written === null) return false;
  announceAppended(db, events, written[4]);
  return true;
};

const commitWithCare = async (db: Database, ordered: readonly NewSheet[]): Promise<BatchOutcome> => {
  try {
    return await inTransaction(db, (tx) => write(tx, ordered));
  } catch (error) {
    if (!(error instanceof KeysTakenError)) throw error;
    const { sheets } = error;
    const rest = ordered.filter((sheet) => !sheets.includes(sheet));
    const outcome = await commitWithCare(db, rest);
    return { ...outcome, taken: [...outcome.taken, ...sheets] };
  }
};

const byPlace = (a: NewSheet, b: NewSheet): number => {
  if (a.contest.id !== b.contest.id) return a.contest.id < b.contest.id ? -1 : 1;
  return a.stationIndex - b.stationIndex;
};

const write = async (tx: Transaction, batch: readonly NewSheet[]): Promise<BatchOutcome> => {
  if (batch.length === 0) return { committed: [], taken: [], closed: [] };
  const outcomes = await insertSheets(tx, batch);
  const those = (outcome: InsertOutcome) => batch.filter((sheet) => outcomes.get(sheet.sheetId) === outcome);
  const withoutKey = those('placed');
  if (withoutKey.length > 0) throw new KeysTakenError(withoutKey);
  const committed = those('keyed');
  if (committed.length > 0) await writeRest(tx, committed);
  return { committed, taken: those('taken'), closed: those('closed') };
};

const writeRest = async (tx: Transaction, sheets: readonly NewSheet[]): Promise<void> => {
  await appendToLedger(tx, sheets.map(submitted));
  // Last, because every other transaction waits for the national total until this one has committed.
  await addition(sheets).execute(tx);
};

const submitted = (sheet: NewSheet): LedgerEvent =>
  sheetEvent({
    type: 'sheet.submitted',
    election: sheet.election,
    contest: sheet.contest,
    stationIndex: sheet.stationIndex,
    sheetId: sheet.sheetId,
    revision: 1,
    flagged: sheet.findings.length > 0,
    reason: null,
    leaf: sheet.leaf.text,
    before: null,
    after: { status: sheet.status, figures: sheet.figures },
    origin: sheet.origin,
  });

const addition = (sheets: readonly NewSheet[]): RawBuilder<unknown> => {
  const deltas = gatherTallyDeltas();
  for (const sheet of sheets) deltas.add({ ...sheet, before: null, after: sheet });
  return tallyAddition(deltas.rows(), sheets[0]?.receivedAt ?? new Date(0));
};
