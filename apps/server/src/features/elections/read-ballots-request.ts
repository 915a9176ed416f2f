import { err, ok, type Result } from '@comitium/basics';
import { type BallotImportBody, type FieldError, type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import { bodyKind, readBody, readJsonBody } from '../territory/index.ts';
import { checkBallotForm } from './check-ballot-form.ts';
import type { ElectionFacts } from './election-facts.ts';
import { readBallotsCsv } from './read-ballots-csv.ts';

export interface ReadBallots {
  readonly body: BallotImportBody;
  /** Says of each error where in the sent file it stands. */
  withLines(errors: readonly FieldError[]): readonly FieldError[];
}

/** Problem: not ballots at all; field errors: ballots with errors of form. */
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
    return ok(read.ok ? checkForm(read.value.body, read.value.withLines) : read);
  }
  const body = await readJsonBody(request, limitBytes);
  return body.ok ? ok(checkForm(body.value, (errors) => errors)) : body;
};

const checkForm = (
  body: unknown,
  withLines: ReadBallots['withLines'],
): Result<ReadBallots, readonly FieldError[]> => {
  const checked = checkBallotForm(body);
  return checked.ok ? ok({ body: checked.value, withLines }) : err(withLines(checked.error));
};
