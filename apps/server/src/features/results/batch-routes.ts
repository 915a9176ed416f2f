import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { type BatchAnswer, errorCodes, type Problem, problem, SheetBody } from '@comitium/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { requires } from '../../platform/access/access-rule.ts';
import { errorsOfForm } from '../../platform/http/errors-of-form.ts';
import { readIdempotencyKey } from '../../platform/http/idempotency.ts';
import { problemOfError } from '../../platform/http/problem-of-error.ts';
import { readJson } from '../../platform/http/read-json.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { gatherChunks } from './gather-chunks.ts';
import { inOrder } from './in-order.ts';
import type { IntakeAnswer } from './intake-answer.ts';
import type { ResultsContext } from './results-context.ts';
import { electionOf, personOf } from './sheet-routes.ts';
import { splitLines } from './split-lines.ts';
import { readSheetKey, type SheetRequest, submitSheet } from './submit-sheet.ts';

const Line = Compile(
  Type.Object(
    { ...SheetBody.properties, key: Type.String({ maxLength: 128 }) },
    { additionalProperties: false },
  ),
);

/** Lines that are under way at once: enough to fill the intake's batches, and the bound of this request's memory. */
const linesUnderWay = 2000;
const longestLine = 256 * 1024;

export const batchRoutes = (context: ResultsContext): Route[] => [
  route({
    method: 'POST',
    path: '/elections/:election/results/polling-station/batch',
    summary:
      'Sends many sheets as NDJSON, each with its own key; answers stream back line by line, in order. A problem that passes says `retryAfterSeconds`.',
    access: requires('sheets.submit', 'election'),
    params: Type.Object({ election: Type.String({ maxLength: 64 }) }),
    streamed: true,
    takes: ['application/x-ndjson'],
    bodyLimit: Number.MAX_SAFE_INTEGER,
    handler: async ({ params, caller, request, reply }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      const lines = splitLines(linesOf(request.body), longestLine + 1);
      const answers = inOrder(lines, linesUnderWay, (text, index) =>
        answerLine(context, election.value, {
          text,
          line: index + 1,
          caller: personOf(caller),
          requestId: request.id,
        }),
      );
      await reply.type('application/x-ndjson; charset=utf-8').send(gatherChunks(answers));
      return ok(answered);
    },
  }),
];

/** A request without a body has no lines. */
const linesOf = (body: unknown): AsyncIterable<Buffer> =>
  body instanceof Readable ? body : Readable.from([]);

interface LineRequest extends Omit<SheetRequest, 'key' | 'body'> {
  readonly text: string;
  readonly line: number;
}

/** What is said while a line waits for its commit keeps nothing of the line but this. */
interface LinePlace {
  readonly line: number;
  readonly key: string;
  readonly requestId: string;
}

const answerLine = (
  context: ResultsContext,
  election: ElectionFacts,
  request: LineRequest,
): Promise<string> => {
  const { text, line, caller, requestId } = request;
  // A blank line is no sheet; it is answered with a blank one, so that lines still correspond.
  if (text.trim() === '') return Promise.resolve('\n');
  const parsed = parseLine(text);
  if (!parsed.ok) return Promise.resolve(format({ line, key: null, ...problemMembers(parsed.error) }));
  const { key, body } = parsed.value;
  const submitted = begun(() => submitSheet(context, election, { caller, requestId, key, body }));
  return whenSettled(context.platform, submitted, { line, key, requestId });
};

/** What fails at once fails like what fails later. */
const begun = <T>(begin: () => Promise<T>): Promise<T> => {
  try {
    return begin();
  } catch (error) {
    return Promise.reject(error);
  }
};

const format = (answer: BatchAnswer): string => `${JSON.stringify(answer)}\n`;

const problemMembers = (found: Problem): Pick<BatchAnswer, 'status' | 'problem'> => {
  const { status, title } = errorCodes[found.code];
  const { code, detail, errors, retryAfterSeconds } = found;
  return {
    status,
    problem: {
      ...found.extra,
      code,
      title,
      detail,
      ...(errors === undefined ? {} : { errors }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    },
  };
};

/** A line that fails, be it by a fault of ours, is answered as such; the ones after it may fare better. */
const whenSettled = (
  platform: ResultsContext['platform'],
  submitted: Promise<Result<IntakeAnswer, Problem>>,
  { line, key, requestId }: LinePlace,
): Promise<string> =>
  submitted.then(
    (result) => {
      if (!result.ok) return format({ line, key, ...problemMembers(result.error) });
      const { receipt, replayed } = result.value;
      return format({ line, key, status: 201, receipt, ...(replayed ? { replayed } : {}) });
    },
    (error: unknown) => {
      const known = problemOfError(error);
      if (known === null) platform.log.error({ err: error, requestId, line }, 'a line of a batch failed');
      const fault = problem('internal_error', 'This is a fault of ours. Send this line again.');
      return format({ line, key, ...problemMembers(known ?? fault) });
    },
  );

const parseLine = (text: string): Result<{ key: string; body: SheetBody }, Problem> => {
  if (text.length > longestLine)
    return err(problem('too_large', `A line may have ${longestLine} characters.`));
  const read = readJson(text);
  if (!read.ok) return read;
  const { value } = read;
  if (!Line.Check(value)) {
    const errors = errorsOfForm(Line, value, '');
    return err(problem('invalid_request', 'The line is not a sheet with a key.', { errors }));
  }
  const { key: sent, ...body } = value as SheetBody & { key: string };
  const given = readIdempotencyKey(sent);
  const key = given.ok ? readSheetKey(given.value) : given;
  return key.ok ? ok({ key: key.value, body }) : key;
};
