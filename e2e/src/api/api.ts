// The public API as any other program calls it.
import type { Credentials } from '../program/installation.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Api {
  readonly url: string;
  readonly token: string;
  /** Whatever the answer is. */
  ask(path: string, request?: ApiRequest): Promise<ApiAnswer>;
  /** Throws unless the answer is a success. */
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T>;
}

export const openApi = (url: string, token: string): Api => {
  const ask: Api['ask'] = async (path, { method = 'GET', body, headers = {} } = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  };
  const succeed = async <T>(path: string, request: ApiRequest): Promise<T> => {
    const { status, body } = await ask(path, request);
    if (status >= 400) throw new Error(`${request.method} ${path}: ${status} ${JSON.stringify(body)}`);
    return body as T;
  };
  return {
    url,
    token,
    ask,
    get: (path) => succeed(path, { method: 'GET' }),
    send: (method, path, body) => succeed(path, { method, body }),
  };
};

export const signIn = async (url: string, credentials: Credentials): Promise<Api> => {
  const { token } = await openApi(url, '').send<{ token: string }>('POST', '/auth/sign-in', credentials);
  return openApi(url, token);
};
