import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type Sheet } from '@comitium/contract';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import type { Permission } from '../../platform/access/permissions.ts';
import { inTransaction, type Transaction } from '../../platform/database/index.ts';
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
    const sentBy = await findSender(tx, locked.value);
    const status = decide(election, locked.value, { request, sentBy, now });
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
      entry: null,
      before: { status: locked.value.status, figures },
      after: { status: status.value, figures },
      origin: ledgerOrigin(request),
    };
    await changeSheets(tx, [change], now);
    return ok(undefined);
  });
  if (!moved.ok) return moved;
  return ok(await findSheet(platform.db, election, request.sheetId));
};

/** Whose figures the sheet shows: its author's, or those of the last correction. */
const findSender = async (tx: Transaction, { id, revision }: LockedSheet): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('sheet_revision')
    .select('author_id')
    .where('sheet_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row?.author_id;
};

const decide = (
  election: ElectionFacts,
  sheet: LockedSheet,
  { request, sentBy, now }: { request: MoveRequest; sentBy: string | undefined; now: Date },
): Result<LockedSheet['status'], Problem> => {
  const scope = { electionId: election.id, areaPath: areaPathOf(election, sheet.stationIndex) };
  const needed = permissionsFor[request.by];
  if (!needed.some((permission) => allows(request.caller, permission, scope, now))) {
    return err(
      problem('forbidden', `To ${request.by} this sheet you need ${needed.join(' or ')} at its station.`),
    );
  }
  if (request.by === 'verify' && sentBy === request.caller.id) {
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
