import { sql } from 'kysely';
import { plainArray, type Transaction, vectorArray } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { type SheetChange, sheetEvent } from './sheet-event.ts';
import { gatherTallyDeltas } from './tally-deltas.ts';
import { addToTallies } from './tally-store.ts';

/**
 * The one way existing sheets change: new status and figures, the totals of all ancestors, and the ledger, together.
 * The caller holds the rows' locks, taken in order of contest and station.
 */
export const changeSheets = async (
  tx: Transaction,
  changes: readonly SheetChange[],
  at: Date,
): Promise<void> => {
  if (changes.length === 0) return;
  const column = (pick: (change: SheetChange) => string | number | boolean): string =>
    plainArray(changes.map(pick));
  await sql`
    update sheet set status = d.status, revision = d.revision, flagged = d.flagged, votes = d.votes::int[],
      rejected = d.rejected, cast_ballots = d.cast_ballots, registered = d.registered, updated_at = ${at}::timestamptz
    from unnest(${column((c) => c.sheetId)}::uuid[], ${column((c) => c.after.status)}::text[],
      ${column((c) => c.revision)}::int[], ${column((c) => c.flagged)}::bool[],
      ${vectorArray(changes.map((c) => c.after.figures.votes))}::text[],
      ${column((c) => c.after.figures.rejected)}::int[], ${column((c) => c.after.figures.cast)}::int[],
      ${column((c) => c.after.figures.registered)}::int[])
      as d (id, status, revision, flagged, votes, rejected, cast_ballots, registered)
    where sheet.id = d.id`.execute(tx);
  const deltas = gatherTallyDeltas();
  for (const change of changes) deltas.add(change);
  await addToTallies(tx, deltas.rows(), at);
  await appendToLedger(tx, changes.map(sheetEvent));
};
