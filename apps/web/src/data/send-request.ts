import { err, ok, type Result } from '@comitium/basics';
import { takeEarly } from './early/early-answers.ts';
import { fetchWithProgress, type OnUpload } from './fetch-with-progress.ts';
import { type ProblemAnswer, ProblemError } from './problem-error.ts';
import { readProblem, unreachable } from './read-problem.ts';
import { currentToken, renewToken } from './session-token.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Query;
  /** Sent as JSON; a Blob or a string is sent as it is, with `headers` saying what it holds. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  /** Asks the server in any case: an answer that this browser kept may be some seconds old. */
  readonly fresh?: boolean;
  /** Told while the body leaves, for what is large enough to be waited for. */
  readonly onUpload?: OnUpload;
}

export interface Answer<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Headers;
}

/** `elections/gh-2024/map` and a query → the address; members without a value are left out. */
export const apiAddress = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1/${path}${text ? `?${text}` : ''}`;
};

const isRaw = (body: unknown): body is Blob | string => body instanceof Blob || typeof body === 'string';

const toInit = (options: RequestOptions): RequestInit => {
  const headers = new Headers({ accept: 'application/json', ...options.headers });
  const token = currentToken();
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey);
  if (options.ifMatch) headers.set('if-match', options.ifMatch);
  const init: RequestInit = { method: options.method ?? 'GET', headers, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  if (options.fresh) init.cache = 'no-cache';
  if (options.body === undefined) return init;
  if (isRaw(options.body)) return { ...init, body: options.body };
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return { ...init, body: JSON.stringify(options.body) };
};

const staleCodes: ReadonlySet<string> = new Set(['unauthenticated', 'session_expired']);

/** A wrong password or code is no reason to renew a token and to send it twice. */
const isStale = async (response: Response): Promise<boolean> =>
  response.status === 401 && staleCodes.has((await readProblem(response.clone())).code);

const attempt = async (path: string, options: RequestOptions): Promise<Response> => {
  const address = apiAddress(path, options.query);
  const early = (options.method ?? 'GET') === 'GET' ? await takeEarly(address) : null;
  if (early) return early;
  // After a reload only the cookie is left: without a new token, the first requests would be refused first.
  if (currentToken() === null && !path.startsWith('auth/')) await renewToken();
  const ask = (): Promise<Response> =>
    options.onUpload
      ? fetchWithProgress(address, toInit(options), options.onUpload)
      : fetch(address, toInit(options));
  const response = await ask();
  // The token lives minutes, the session hours: one renewal, then the answer stands.
  if (!(await isStale(response)) || !(await renewToken())) return response;
  return ask();
};

/** One request with the session's token. Refusals and lost connections are a Result; an abort still throws. */
export const sendRequest = async <T>(
  path: string,
  options: RequestOptions = {},
): Promise<Result<Answer<T>, ProblemAnswer>> => {
  let response: Response;
  try {
    response = await attempt(path, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return err(unreachable());
  }
  if (!response.ok) return err(await readProblem(response));
  const type = response.headers.get('content-type') ?? '';
  const body = (type.includes('json') ? await response.json() : undefined) as T;
  return ok({ body, status: response.status, headers: response.headers });
};

/** The same for an answer that is a file. */
export const sendForFile = async (
  path: string,
  options: RequestOptions,
): Promise<Result<Blob, ProblemAnswer>> => {
  try {
    const response = await attempt(path, options);
    return response.ok ? ok(await response.blob()) : err(await readProblem(response));
  } catch {
    return err(unreachable());
  }
};

/** The same for query functions: the body alone, a problem thrown as ProblemError. */
export const fetchBody = async <T>(path: string, options: RequestOptions = {}): Promise<T> => {
  const result = await sendRequest<T>(path, options);
  if (!result.ok) throw new ProblemError(result.error);
  return result.value.body;
};
