import { type AreaId, err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type SheetBody, type SheetSource } from '@comitium/contract';
import { type AccessScope, allows, type PersonCaller, reaches } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { checkAttachments } from './check-attachments.ts';
import { decideSheet, findPlace, type SheetPlace, type Submission } from './decide-sheet.ts';
import type { IntakeAnswer } from './intake-answer.ts';
import type { NewSheet } from './new-sheet.ts';
import { findReplay } from './resolve-taken.ts';
import type { ResultsContext } from './results-context.ts';
import { takesSheets } from './takes-sheets.ts';

export interface SheetRequest {
  readonly caller: PersonCaller;
  readonly key: string;
  readonly body: SheetBody;
  readonly requestId: string;
}

/**
 * One polling station's sheet: authorised for that very station, judged, and handed to the intake. Thousands wait for their
 * commit at once, so this is no async function: one would keep the whole request in memory until then.
 */
export const submitSheet = (
  context: ResultsContext,
  election: ElectionFacts,
  request: SheetRequest,
): Promise<Result<IntakeAnswer, Problem>> => {
  const place = findPlace(election, request.body);
  if (!place.ok) return Promise.resolve(place);
  const now = context.platform.clock.now();
  const scope = new StationScope(election, place.value.stationIndex);
  if (!allows(request.caller, 'sheets.submit', scope, now)) {
    const told = `You are not assigned to polling station ${request.body.station}.`;
    return Promise.resolve(err(problem('not_assigned', told)));
  }
  const submission = {
    body: request.body,
    key: request.key,
    authorId: request.caller.id,
    source: sourceOf(request, { scope, now }),
    receivedAt: now,
    origin: ledgerOrigin(request),
  };
  const wanted = request.body.attachments ?? [];
  return wanted.length === 0
    ? submitJudged(context, { election, place: place.value, submission })
    : submitWithFiles(context, { election, place: place.value, submission }, wanted);
};

interface PlacedSubmission {
  readonly election: ElectionFacts;
  readonly place: SheetPlace;
  readonly submission: Submission;
}

const submitWithFiles = async (
  context: ResultsContext,
  placed: PlacedSubmission,
  wanted: readonly string[],
): Promise<Result<IntakeAnswer, Problem>> => {
  const attached = await checkAttachments(context, { wanted, callerId: placed.submission.authorId });
  return attached.ok ? submitJudged(context, placed) : attached;
};

const submitJudged = (
  { platform, intake, neighbours }: ResultsContext,
  { election, place, submission }: PlacedSubmission,
): Promise<Result<IntakeAnswer, Problem>> => {
  const sheet = decideSheet(election, place, { submission, neighbours });
  if (!takesSheets(election.state)) return answerBeforehand(platform, election, sheet);
  return sheet.ok ? intake.submit(sheet.value) : Promise.resolve(sheet);
};

/** Whoever never heard the answer to a sheet that was taken in time is told it now. */
const answerBeforehand = async (
  { db }: ResultsContext['platform'],
  election: ElectionFacts,
  sheet: Result<NewSheet, Problem>,
): Promise<Result<IntakeAnswer, Problem>> => {
  const earlier = sheet.ok ? await findReplay(db, sheet.value) : null;
  return earlier ?? err(takesNoSheets(election));
};

/** Its path is looked up for those alone whose roles end at some area. */
class StationScope implements AccessScope {
  readonly electionId: ElectionFacts['id'];
  readonly #register: ElectionFacts['register'];
  readonly #stationIndex: number;

  constructor({ id, register }: ElectionFacts, stationIndex: number) {
    this.electionId = id;
    this.#register = register;
    this.#stationIndex = stationIndex;
  }

  get areaPath(): readonly AreaId[] {
    return this.#register.path(this.#stationIndex).flatMap((area) => this.#register.ids[area] ?? []);
  }
}

const takesNoSheets = ({ name, state }: ElectionFacts): Problem =>
  problem('wrong_state', `${name} does not take sheets while it is in state ${state}.`, { extra: { state } });

/** The role decides what may be said: only staff of the desk may name another source than their own. */
const sourceOf = (
  { caller, body }: SheetRequest,
  { scope, now }: { scope: AccessScope; now: Date },
): SheetSource => {
  if (allows(caller, 'sheets.correct', scope, now)) return body.source ?? 'data_admin';
  return caller.grants.some((grant) => grant.role === 'correspondent' && reaches(grant, scope, now))
    ? 'correspondent'
    : 'agent';
};

/** A sheet's own key is required; a batch line carries it in `key`. */
export const readSheetKey = (key: string | null): Result<string, Problem> =>
  key === null
    ? err(
        problem(
          'idempotency_key_missing',
          'Send an Idempotency-Key, such as a UUID made when the form was begun.',
        ),
      )
    : ok(key);
