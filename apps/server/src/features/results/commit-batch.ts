import { type Database, inTransaction, type Transaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { electionsTakingSheets } from './election-lock.ts';
import type { NewSheet } from './new-sheet.ts';
import { sheetEvent } from './sheet-event.ts';
import { insertFirstRevisions, insertSheets } from './sheet-store.ts';
import { gatherTallyDeltas } from './tally-deltas.ts';
import { addToTallies } from './tally-store.ts';

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
 */
export const commitBatch = async (db: Database, batch: readonly NewSheet[]): Promise<BatchOutcome> => {
  const ordered = [...batch].sort(byPlace);
  try {
    return await inTransaction(db, (tx) => write(tx, ordered));
  } catch (error) {
    if (!(error instanceof KeysTakenError)) throw error;
    const { sheets } = error;
    const rest = ordered.filter((sheet) => !sheets.includes(sheet));
    const outcome = await commitBatch(db, rest);
    return { ...outcome, taken: [...outcome.taken, ...sheets] };
  }
};

const byPlace = (a: NewSheet, b: NewSheet): number => {
  if (a.contest.id !== b.contest.id) return a.contest.id < b.contest.id ? -1 : 1;
  return a.stationIndex - b.stationIndex;
};

const write = async (tx: Transaction, batch: readonly NewSheet[]): Promise<BatchOutcome> => {
  if (batch.length === 0) return { committed: [], taken: [], closed: [] };
  const open = await electionsTakingSheets(tx, new Set(batch.map((sheet) => sheet.election.id)));
  const admitted = batch.filter((sheet) => open.has(sheet.election.id));
  const closed = batch.filter((sheet) => !open.has(sheet.election.id));
  if (admitted.length === 0) return { committed: [], taken: [], closed };
  const placed = await insertSheets(tx, admitted);
  const committed = admitted.filter((sheet) => placed.has(sheet.sheetId));
  const taken = admitted.filter((sheet) => !placed.has(sheet.sheetId));
  if (committed.length > 0) await writeRest(tx, committed);
  return { committed, taken, closed };
};

const writeRest = async (tx: Transaction, sheets: readonly NewSheet[]): Promise<void> => {
  const keyed = await insertFirstRevisions(tx, sheets);
  if (keyed.size < sheets.length) throw new KeysTakenError(sheets.filter((s) => !keyed.has(s.sheetId)));
  await appendToLedger(
    tx,
    sheets.map((sheet) =>
      sheetEvent({
        type: 'sheet.submitted',
        election: sheet.election,
        contest: sheet.contest,
        stationIndex: sheet.stationIndex,
        sheetId: sheet.sheetId,
        revision: 1,
        flagged: sheet.findings.length > 0,
        reason: null,
        leafHash: sheet.leafHash,
        before: null,
        after: { status: sheet.status, figures: sheet.figures },
        origin: sheet.origin,
      }),
    ),
  );
  // Last, because every other transaction waits for the national total until this one has committed.
  const deltas = gatherTallyDeltas();
  for (const sheet of sheets) deltas.add({ ...sheet, before: null, after: sheet });
  await addToTallies(tx, deltas.rows(), sheets[0]?.receivedAt ?? new Date(0));
};
