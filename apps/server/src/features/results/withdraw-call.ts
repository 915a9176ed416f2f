import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../platform/access/allows.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { callEvent, lockCalls, mayCall } from './call-area.ts';
import { findRacePlace } from './race-place.ts';
import type { ResultsContext } from './results-context.ts';

export interface WithdrawCallRequest {
  readonly caller: PersonCaller;
  readonly race: string;
  readonly area: string;
  readonly reason: string;
  readonly requestId: string;
}

/** Takes a call back; the arithmetic speaks again. */
export const withdrawCall = async (
  { platform }: ResultsContext,
  election: ElectionFacts,
  request: WithdrawCallRequest,
): Promise<Result<void, Problem>> => {
  const place = findRacePlace(election, request);
  if (!place.ok) return place;
  const now = platform.clock.now();
  const allowed = mayCall(election, place.value, { caller: request.caller, now });
  if (!allowed.ok) return allowed;
  return inTransaction(platform.db, async (tx) => {
    const open = await lockCalls(tx, election, place.value.race);
    if (!open.ok) return open;
    const withdrawn = await tx
      .updateTable('area_call')
      .set({ withdrawn_at: now, withdrawn_by: request.caller.id })
      .where('race_id', '=', place.value.race.id)
      .where('area_id', '=', election.register.ids[place.value.area] ?? '')
      .where('withdrawn_at', 'is', null)
      .returning('choice_code')
      .executeTakeFirst();
    if (withdrawn === undefined)
      return err(problem('call_not_found', `${request.area} has not been called.`));
    const told = { ...request, choice: withdrawn.choice_code };
    await appendToLedger(tx, [callEvent('area.call_withdrawn', election, place.value, told)]);
    return ok(undefined);
  });
};
