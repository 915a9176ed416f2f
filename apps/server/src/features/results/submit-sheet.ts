import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type SheetBody, type SheetSource } from '@comitium/contract';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { decideSheet, findPlace } from './decide-sheet.ts';
import { takesSheets } from './election-lock.ts';
import type { IntakeAnswer } from './intake-answer.ts';
import type { ResultsContext } from './results-context.ts';

export interface SheetRequest {
  readonly caller: PersonCaller;
  readonly key: string;
  readonly body: SheetBody;
  readonly requestId: string;
}

/** One polling station's sheet: authorised for that very station, judged, and handed to the intake. */
export const submitSheet = async (
  context: ResultsContext,
  election: ElectionFacts,
  request: SheetRequest,
): Promise<Result<IntakeAnswer, Problem>> => {
  const { platform, intake, neighbours } = context;
  const place = findPlace(election, request.body);
  if (!place.ok) return place;
  const now = platform.clock.now();
  const areaPath = election.register
    .path(place.value.stationIndex)
    .map((area) => election.register.ids[area] ?? ('' as never));
  const scope = { electionId: election.id, areaPath };
  if (!allows(request.caller, 'sheets.submit', scope, now)) {
    return err(problem('not_assigned', `You are not assigned to polling station ${request.body.station}.`));
  }
  if (!takesSheets(election.state)) {
    return err(
      problem(
        'wrong_state',
        `${election.name} does not take sheets while it is in state ${election.state}.`,
        {
          extra: { state: election.state },
        },
      ),
    );
  }
  const attached = await checkAttachments(context, request);
  if (!attached.ok) return attached;
  const submission = {
    body: request.body,
    key: request.key,
    authorId: request.caller.id,
    source: sourceOf(request, allows(request.caller, 'sheets.correct', scope, now)),
    receivedAt: now,
    requestId: request.requestId,
  };
  const sheet = decideSheet(election, place.value, { submission, neighbours });
  return sheet.ok ? intake.submit(sheet.value) : sheet;
};

/** Photos are uploaded first, by the same person; a sheet cannot show another's. */
const checkAttachments = async (
  { listFiles }: ResultsContext,
  { body, caller }: SheetRequest,
): Promise<Result<void, Problem>> => {
  const wanted = body.attachments ?? [];
  if (wanted.length === 0) return ok(undefined);
  const malformed = wanted.find((id) => !isUuid(id));
  const files = malformed === undefined ? await listFiles(wanted) : [];
  const missing =
    malformed ?? wanted.find((id) => !files.some((file) => file.id === id && file.uploadedBy === caller.id));
  return missing === undefined
    ? ok(undefined)
    : err(problem('file_not_found', `You have uploaded no file ${missing}.`));
};

/** The role decides what may be said: only staff of the desk may name another source than their own. */
const sourceOf = ({ caller, body }: SheetRequest, staff: boolean): SheetSource => {
  if (staff) return body.source ?? 'data_admin';
  return caller.grants.some((grant) => grant.role === 'correspondent') ? 'correspondent' : 'agent';
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
