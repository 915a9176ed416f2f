import { type FieldError, type Problem, problem } from '@comitium/contract';
import { isDatabaseBusy, isDatabaseUnavailable } from '../database/index.ts';
import { describeFlaw } from './describe-flaw.ts';
import { RefusedBodyError } from './refused-body-error.ts';

/** Work that PostgreSQL gave up, also after it was tried again. */
export const busyProblem = (): Problem =>
  problem(
    'unavailable',
    'Too much is being written at once, and nothing of this was; send it again shortly.',
    {
      retryAfterSeconds: 2,
    },
  );

interface ValidationDetail {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface HttpError {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly ValidationDetail[];
  readonly validationContext?: string;
  readonly message: string;
}

/** PostgreSQL's words for text that it cannot hold, wherever it came in. */
const unstorableStates = new Set(['22021', '22P05']);

/** What a thrown error becomes on the wire; null for a bug, which is logged and answered without its text. */
export const problemOfError = (error: unknown): Problem | null => {
  if (isDatabaseUnavailable(error)) {
    return problem('unavailable', 'The database does not answer just now; try again shortly.', {
      retryAfterSeconds: 2,
    });
  }
  if (isDatabaseBusy(error)) return busyProblem();
  if (error instanceof RefusedBodyError) return error.problem;
  const known = error as HttpError;
  if (unstorableStates.has(known.code ?? '')) {
    return problem('invalid_request', 'A text holds U+0000 or another character that cannot be kept.');
  }
  if (known.validation !== undefined) return validationProblem(known);
  return byFastifyCode(known);
};

/** What people call the parts of a request. */
const parts: ReadonlyMap<string, string> = new Map([
  ['body', 'body'],
  ['querystring', 'query'],
  ['params', 'path'],
  ['headers', 'header'],
]);

const validationProblem = (error: HttpError): Problem => {
  const errors = (error.validation ?? []).map((detail): FieldError => {
    const missing = detail.params['missingProperty'] ?? detail.params['additionalProperty'];
    const path = missing === undefined ? detail.instancePath : `${detail.instancePath}/${String(missing)}`;
    return { path: path || '/', code: detail.keyword, message: describeFlaw(detail) };
  });
  const where = parts.get(error.validationContext ?? '') ?? 'input';
  const first = errors[0];
  return problem('invalid_request', `The ${where} is not valid: ${first?.path} ${first?.message}.`, {
    errors,
  });
};

const byFastifyCode = (error: HttpError): Problem | null => {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too_large', 'The body is larger than this address accepts.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('unsupported_media_type', 'Send application/json here.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('invalid_request', 'The body is shorter or longer than its Content-Length says.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('not_found', 'Nothing here has a name of that length.');
    case 'FST_ERR_BAD_URL':
      return problem('invalid_request', 'The address is not well percent-encoded.');
    default:
      break;
  }
  if (error.statusCode === 400) return problem('invalid_request', 'The request is not well formed.');
  return null;
};
