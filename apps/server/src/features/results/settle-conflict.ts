import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { conflictStream } from './conflict-store.ts';
import { areaPathOf } from './lock-sheet.ts';
import type { ResultsContext } from './results-context.ts';

export interface SettleConflictRequest {
  readonly caller: PersonCaller;
  readonly conflictId: string;
  readonly reason: string;
  readonly requestId: string;
}

/** Closes a conflict with a reason: the live sheet stands, or has been corrected to the other figures before. */
export const settleConflict = async (
  { platform }: ResultsContext,
  election: ElectionFacts,
  request: SettleConflictRequest,
): Promise<Result<void, Problem>> => {
  const now = platform.clock.now();
  return inTransaction(platform.db, async (tx) => {
    const row = await tx
      .selectFrom('sheet_conflict')
      .select(['station_id', 'sheet_id'])
      .where('id', '=', request.conflictId)
      .where('election_id', '=', election.id)
      .where('settled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const station = row === undefined ? undefined : election.register.find(row.station_id);
    if (row === undefined || station === undefined) {
      return err(problem('conflict_not_found', `There is no open conflict ${request.conflictId}.`));
    }
    const scope = { electionId: election.id, areaPath: areaPathOf(election, station) };
    const { caller, reason } = request;
    if (!allows(caller, 'sheets.correct', scope, now) && !allows(caller, 'sheets.verify', scope, now)) {
      return err(
        problem('forbidden', 'To settle this you need sheets.correct or sheets.verify at its station.'),
      );
    }
    await tx
      .updateTable('sheet_conflict')
      .set({ settled_at: now, settled_by: caller.id, settled_reason: reason })
      .where('id', '=', request.conflictId)
      .execute();
    const payload = { conflictId: request.conflictId, sheetId: row.sheet_id, reason };
    const stream = conflictStream(election.id);
    await appendToLedger(tx, [
      { stream, type: 'conflict.settled', version: 1, payload, ...ledgerOrigin(request) },
    ]);
    return ok(undefined);
  });
};
