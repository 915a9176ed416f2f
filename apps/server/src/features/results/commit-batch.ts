import { setTimeout as delay } from 'node:timers/promises';
import type { RawBuilder } from 'kysely';
import {
  type Database,
  didNotAnswerInTime,
  inOneTrip,
  isDatabaseBusy,
  isDatabaseUnavailable,
  isRetryable,
} from '../../platform/database/index.ts';
import { announceAppended, type LedgerEvent, ledgerCopy } from '../../platform/ledger/index.ts';
import type { NewSheet } from './new-sheet.ts';
import { sheetEvent } from './sheet-event.ts';
import { copySheets, findsNoPlace } from './sheet-store.ts';
import { sortOutBatch } from './sort-out-batch.ts';
import { gatherTallyDeltas } from './tally-deltas.ts';
import { tallyAddition } from './tally-store.ts';

/** What became of a batch: committed, left out because place or key is taken, or because the election is closed. */
export interface BatchOutcome {
  readonly committed: readonly NewSheet[];
  readonly taken: readonly NewSheet[];
  readonly closed: readonly NewSheet[];
}

/**
 * Commits sheets together: sheet, revision, ledger and totals of all ancestors in one transaction. All writers take rows in
 * the same order (election, contest × station, race × area); two processes to which the same keys were sent at once, for
 * other places, may still stand in each other's way, and one of them tries again.
 * `hopeful` says that all are expected to find their places: then they are written at once, and sorted out only where that
 * went wrong. Whatever it was, it is met again and told; and where the connection was lost and the commit had arrived,
 * these very sheets are found and answered as sent before.
 * Throws what went wrong last: `losesToOthers` tells whether all attempts were lost to other writers.
 */
export const commitBatch = async (
  db: Database,
  batch: readonly NewSheet[],
  hopeful: boolean,
): Promise<BatchOutcome> => {
  const ordered = [...batch].sort(byPlace);
  if (hopeful) {
    try {
      await write(db, ordered);
      return { committed: ordered, taken: [], closed: [] };
    } catch (error) {
      // Whoever waits has waited long enough; the key of his next attempt finds what this commit may have saved.
      if (didNotAnswerInTime(error)) throw error;
      if (!findsNoPlace(error))
        db.log.warn({ err: error, sheets: batch.length }, 'a batch is tried again with care');
    }
  }
  return commitFree(db, ordered, hopeful ? 2 : 1);
};

/** Between the sorting out and the writing another process may take a place: then it is done again. */
const mostAttempts = 5;

const commitFree = async (
  db: Database,
  sheets: readonly NewSheet[],
  attempt: number,
): Promise<BatchOutcome> => {
  const { free, taken, closed } = await sortOutBatch(db, sheets);
  try {
    if (free.length > 0) await write(db, free);
    return { committed: free, taken, closed };
  } catch (error) {
    if (!mayBeTriedAgain(error, attempt)) throw error;
  }
  // Random, so that the two that collided do not meet again.
  await delay(Math.random() * 5 * 2 ** attempt);
  const rest = await commitFree(db, free, attempt + 1);
  return {
    committed: rest.committed,
    taken: [...taken, ...rest.taken],
    closed: [...closed, ...rest.closed],
  };
};

/** A connection may have died while it lay idle: once is enough to find that out. One that hangs is not waited for again. */
const mayBeTriedAgain = (error: unknown, attempt: number): boolean =>
  isDatabaseUnavailable(error)
    ? attempt === 1 && !didNotAnswerInTime(error)
    : attempt < mostAttempts && (findsNoPlace(error) || isRetryable(error));

/** Whether the sheets only stood in others' way, each time that they were tried; nothing of them was written. */
export const losesToOthers = (error: unknown): boolean => isDatabaseBusy(error) || findsNoPlace(error);

const byPlace = (a: NewSheet, b: NewSheet): number => {
  if (a.contest.id !== b.contest.id) return a.contest.id < b.contest.id ? -1 : 1;
  return a.stationIndex - b.stationIndex;
};

const write = async (db: Database, sheets: readonly NewSheet[]): Promise<void> => {
  const events = sheets.map(submitted);
  // The totals last, because every other transaction waits for the national one until this one has committed.
  const written = await inOneTrip(db, [...copySheets(sheets), ...ledgerCopy(events), addition(sheets)]);
  announceAppended(db, events, written[4]);
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
    entry: sheet.leaf.text,
    before: null,
    after: { status: sheet.status, figures: sheet.figures },
    origin: sheet.origin,
  });

const addition = (sheets: readonly NewSheet[]): RawBuilder<unknown> => {
  const deltas = gatherTallyDeltas();
  for (const sheet of sheets) deltas.add({ ...sheet, before: null, after: sheet });
  return tallyAddition(deltas.rows(), sheets[0]?.receivedAt ?? new Date(0));
};
