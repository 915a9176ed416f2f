import { err, ok, type Result } from '@comitium/basics';
import type { ErrorCode, FieldError } from '@comitium/contract';

/** Why a request was not answered with success: the server's problem, or that it could not be reached at all. */
export interface RequestFailure {
  readonly code: ErrorCode | 'unreachable';
  /** The HTTP status; 0 where the server was not reached. */
  readonly status: number;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before trying again, where the server said so. */
  readonly retryAfter: number | null;
  /** Members that belong to the code, such as the live sheet of a conflict. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Makes a repeated request harmless; required for result sheets. */
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

export type Token = string | null | (() => Promise<string | null>);

export interface Requester {
  readonly url: string;
  readonly token?: Token;
  readonly fetch?: typeof fetch;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to the API; `path` is below `/api/v1`. Never throws for what a network or a server can do. */
export const sendRequest = async <T>(
  { url, token, fetch: given }: Requester,
  [method, path]: readonly [Method, string],
  options: RequestOptions = {},
): Promise<Result<T, RequestFailure>> => {
  const address = new URL(`/api/v1${path}`, url);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  let response: Response;
  try {
    const bearer = typeof token === 'function' ? await token() : (token ?? null);
    response = await (given ?? fetch)(address, {
      method,
      headers: headersOf(options, bearer),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    return err(unreachable(error));
  }
  return read<T>(response);
};

const headersOf = (options: RequestOptions, bearer: string | null): Record<string, string> => ({
  ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
  ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
  ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
});

const unreachable = (error: unknown): RequestFailure => ({
  code: 'unreachable',
  status: 0,
  detail: error instanceof Error ? error.message : String(error),
  requestId: null,
  errors: [],
  retryAfter: null,
  extra: {},
});

const read = async <T>(response: Response): Promise<Result<T, RequestFailure>> => {
  const text = await response.text();
  const body = parse(text);
  if (response.ok && body !== undefined) return ok(body as T);
  const { code, detail, requestId, errors, type, title, status, ...extra } = (body ?? {}) as Record<
    string,
    unknown
  >;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return err({
    code: (code as ErrorCode | undefined) ?? 'internal_error',
    status: response.status,
    detail:
      typeof detail === 'string' ? detail : `The server answered ${response.status} without a problem body.`,
    requestId: typeof requestId === 'string' ? requestId : response.headers.get('x-request-id'),
    errors: Array.isArray(errors) ? (errors as FieldError[]) : [],
    retryAfter: Number.isNaN(retryAfter) ? null : retryAfter,
    extra,
  });
};

/** undefined where the text is not JSON, as behind a proxy that answers for a server that is away. */
const parse = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
