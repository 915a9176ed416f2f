import type { FieldError } from '@comitium/contract';
import type { ProblemAnswer } from './problem-error.ts';

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readBody = async (response: Response): Promise<Record<string, unknown>> => {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    // A proxy in between may answer with a page of its own; the status still says what happened.
    return {};
  }
};

/** Any error answer as a problem, also when something between us and the server answered without one. */
export const readProblem = async (response: Response): Promise<ProblemAnswer> => {
  const body = await readBody(response);
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    code: text(body['code'], 'unavailable'),
    status: response.status,
    title: text(body['title'], response.statusText || `HTTP ${response.status}`),
    detail: text(body['detail'], ''),
    requestId: text(body['requestId'], response.headers.get('x-request-id') ?? '') || null,
    errors: Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [],
    retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
    body,
  };
};

/** The request never got an answer: no connection, or the server is away. */
export const unreachable = (): ProblemAnswer => ({
  code: 'unreachable',
  status: 0,
  title: 'The server cannot be reached',
  detail: '',
  requestId: null,
  errors: [],
  retryAfterSeconds: null,
  body: {},
});
