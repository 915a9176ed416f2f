import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type Sheet } from '@comitium/contract';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import type { Permission } from '../../platform/access/permissions.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { changeSheets } from './change-sheets.ts';
import { areaPathOf, type LockedSheet, lockSheet } from './lock-sheet.ts';
import type { ResultsContext } from './results-context.ts';
import { nextStatus, type SheetTransition, sheetEvents } from './sheet.ts';
import { findSheet } from './sheet-queries.ts';

type Move = Exclude<SheetTransition, 'correct'>;

export interface MoveRequest {
  readonly caller: PersonCaller;
  readonly sheetId: string;
  readonly by: Move;
  readonly reason: string | null;
  readonly expectedRevision: number | null;
  readonly requestId: string;
}

/** Releasing what a check held is a decision about figures; anybody who may correct or verify may make it. */
const permissionsFor: Readonly<Record<Move, readonly Permission[]>> = {
  verify: ['sheets.verify'],
  release: ['sheets.correct', 'sheets.verify'],
  reject: ['sheets.correct', 'sheets.verify'],
  certify: ['sheets.certify'],
  uncertify: ['sheets.certify'],
};

/** Verifies, releases, rejects, certifies or un-certifies one sheet; totals follow in the same transaction. */
export const moveSheet = async (
  { platform }: ResultsContext,
  election: ElectionFacts,
  request: MoveRequest,
): Promise<Result<Sheet, Problem>> => {
  const now = platform.clock.now();
  const moved = await inTransaction(platform.db, async (tx): Promise<Result<void, Problem>> => {
    const locked = await lockSheet(tx, election, request);
    if (!locked.ok) return locked;
    const status = decide(election, locked.value, { request, now });
    if (!status.ok) return status;
    const { id, revision, figures, contest, stationIndex, flagged } = locked.value;
    const change = {
      type: sheetEvents[request.by],
      election,
      contest,
      stationIndex,
      sheetId: id,
      revision,
      // A person has looked: the mark for the desk goes.
      flagged: request.by === 'verify' || request.by === 'release' ? false : flagged,
      reason: request.reason,
      leafHash: null,
      before: { status: locked.value.status, figures },
      after: { status: status.value, figures },
      actor: request.caller.id,
      requestId: request.requestId,
    };
    await changeSheets(tx, [change], now);
    return ok(undefined);
  });
  if (!moved.ok) return moved;
  return ok(await findSheet(platform.db, election, request.sheetId));
};

const decide = (
  election: ElectionFacts,
  sheet: LockedSheet,
  { request, now }: { request: MoveRequest; now: Date },
): Result<LockedSheet['status'], Problem> => {
  const scope = { electionId: election.id, areaPath: areaPathOf(election, sheet.stationIndex) };
  const needed = permissionsFor[request.by];
  if (!needed.some((permission) => allows(request.caller, permission, scope, now))) {
    return err(
      problem('forbidden', `To ${request.by} this sheet you need ${needed.join(' or ')} at its station.`),
    );
  }
  if (request.by === 'verify' && sheet.authorId === request.caller.id) {
    return err(problem('forbidden', 'You sent these figures yourself; another person must verify them.'));
  }
  const status = nextStatus(sheet.status, request.by);
  if (status !== null) return ok(status);
  return err(
    problem('wrong_state', `A sheet that is ${sheet.status} cannot be moved by “${request.by}”.`, {
      extra: { status: sheet.status },
    }),
  );
};
