import { err, ok, type Result } from '@comitium/basics';
import { type BallotImportBody, type FieldError, type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import { bodyKind, joinErrors, readBody, readJsonBody } from '../territory/index.ts';
import { checkBallotForm } from './check-ballot-form.ts';
import type { ElectionFacts } from './election-facts.ts';
import { readBallotsCsv } from './read-ballots-csv.ts';

export interface ReadBallots {
  readonly body: BallotImportBody;
  /** Errors of form; with any, the body is only there for the rules to be asked of it. */
  readonly formErrors: readonly FieldError[];
  /** Says of each error where in the sent file it stands. */
  withLines(errors: readonly FieldError[]): readonly FieldError[];
}

/** Problem: not ballots at all; field errors: nothing of which the rules could be asked. */
export const readBallotsRequest = async (
  request: FastifyRequest,
  election: ElectionFacts,
  { limitBytes, encoding }: { limitBytes: number; encoding?: string | undefined },
): Promise<Result<Result<ReadBallots, readonly FieldError[]>, Problem>> => {
  const kind = bodyKind(request);
  if (kind === null) return err(problem('unsupported_media_type', 'Send application/json or text/csv.'));
  if (kind === 'csv') {
    const bytes = await readBody(request, limitBytes);
    if (!bytes.ok) return bytes;
    const read = readBallotsCsv(bytes.value, { ...election, encoding });
    return ok(read.ok ? checkForm(read.value) : read);
  }
  const body = await readJsonBody(request, limitBytes);
  return body.ok ? ok(checkForm({ body: body.value, errors: [], withLines: (errors) => errors })) : body;
};

interface ReadBody {
  readonly body: unknown;
  readonly errors: readonly FieldError[];
  readonly withLines: ReadBallots['withLines'];
}

const checkForm = ({ body, errors, withLines }: ReadBody): Result<ReadBallots, readonly FieldError[]> => {
  const form = checkBallotForm(body);
  if (!form.ok) return err([...errors, ...withLines(form.error)]);
  const formErrors = joinErrors(errors, withLines(form.value.errors));
  return ok({ body: form.value.body, formErrors, withLines });
};
