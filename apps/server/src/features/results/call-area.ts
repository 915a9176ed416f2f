import { err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { areaPathOf, lockElection } from './lock-sheet.ts';
import { findRacePlace, type RacePlace } from './race-place.ts';
import type { ResultsContext } from './results-context.ts';

export interface CallRequest {
  readonly caller: PersonCaller;
  readonly race: string;
  readonly area: string;
  readonly choice: string;
  readonly reason: string;
  readonly requestId: string;
}

/** A person declares who has won an area, ahead of the arithmetic; the latest call stands, and says so on the page. */
export const callArea = async (
  { platform }: ResultsContext,
  election: ElectionFacts,
  request: CallRequest,
): Promise<Result<{ race: string; area: string; choice: string }, Problem>> => {
  const place = findRacePlace(election, request);
  if (!place.ok) return place;
  const allowed = mayCall(election, place.value, { caller: request.caller, now: platform.clock.now() });
  if (!allowed.ok) return allowed;
  const { race, area, lines } = place.value;
  const choice = lines.find((line) => line.code === request.choice);
  if (choice === undefined)
    return err(problem('choice_not_found', `${request.choice} does not stand in ${request.area}.`));
  const areaId = election.register.ids[area] ?? '';
  const now = platform.clock.now();
  return inTransaction(platform.db, async (tx) => {
    const open = await lockCalls(tx, election, race);
    if (!open.ok) return open;
    await tx
      .updateTable('area_call')
      .set({ withdrawn_at: now, withdrawn_by: request.caller.id })
      .where('race_id', '=', race.id)
      .where('area_id', '=', areaId)
      .where('withdrawn_at', 'is', null)
      .execute();
    await tx
      .insertInto('area_call')
      .values({
        id: uuidv7(now.getTime()),
        race_id: race.id,
        area_id: areaId,
        choice_code: choice.code,
        reason: request.reason,
        called_by: request.caller.id,
        called_at: now,
        withdrawn_at: null,
        withdrawn_by: null,
      })
      .execute();
    await appendToLedger(tx, [
      callEvent('area.called', election, place.value, { ...request, choice: choice.code }),
    ]);
    return ok({ race: race.code, area: election.register.codes[area] ?? '', choice: choice.code });
  });
};

/** Calls belong to the count, and one of a race is made or withdrawn at a time. */
export const lockCalls = async (
  tx: Transaction,
  election: ElectionFacts,
  { id }: RacePlace['race'],
): Promise<Result<void, Problem>> => {
  const open = await lockElection(tx, election);
  if (open.ok) await sql`select 1 from race where id = ${id} for no key update`.execute(tx);
  return open;
};

export const mayCall = (
  election: ElectionFacts,
  { area }: RacePlace,
  { caller, now }: { caller: PersonCaller; now: Date },
): Result<void, Problem> => {
  const scope = { electionId: election.id, areaPath: areaPathOf(election, area) };
  if (allows(caller, 'calls.make', scope, now)) return ok(undefined);
  return err(problem('forbidden', 'To call an area you need calls.make there.'));
};

export const callEvent = (
  type: 'area.called' | 'area.call_withdrawn',
  election: ElectionFacts,
  { race, area }: RacePlace,
  request: { choice: string; reason: string; caller: PersonCaller; requestId: string },
) => ({
  stream: `election:${election.id}:calls`,
  type,
  version: 1 as const,
  ...ledgerOrigin(request),
  payload: {
    electionId: election.id,
    raceId: race.id,
    areaId: election.register.ids[area] ?? '',
    choice: request.choice,
    reason: request.reason,
  },
});
