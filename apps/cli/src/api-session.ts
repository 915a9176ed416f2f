import { err, ok, type Result } from '@comitium/basics';
import { type ApiOptions, passwordMissing, readPassword } from './api-options.ts';

export interface ApiSession {
  /** Null where the server cannot be reached, or the signal ended it. */
  ask(path: string, request?: RequestInit): Promise<Response | null>;
}

/** Signs in, and again when the token has run out; a refusal is told in one sentence. */
export const openSession = async (options: ApiOptions): Promise<Result<ApiSession, string>> => {
  const first = await signIn(options);
  if (!first.ok) return first;
  let token = first.value;
  const send = (path: string, request: RequestInit): Promise<Response | null> => {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${token}`);
    return reach(`${options.url}/api/v1${path}`, { ...request, headers });
  };
  const ask: ApiSession['ask'] = async (path, request = {}) => {
    const answer = await send(path, request);
    // A body has left by now, and left a moment after signing in.
    if (answer?.status !== 401 || request.body !== undefined) return answer;
    const renewed = await signIn(options);
    if (renewed.ok) token = renewed.value;
    return renewed.ok ? send(path, request) : answer;
  };
  return ok({ ask });
};

const signIn = async ({ url, email }: ApiOptions): Promise<Result<string, string>> => {
  const password = readPassword();
  if (password === null) return err(passwordMissing);
  const response = await reach(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (response === null) return err(`The server at ${url} cannot be reached.`);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? await response.json() : {}) as { token?: string; detail?: string };
  return body.token === undefined
    ? err(body.detail ?? `Signing in failed with ${response.status}.`)
    : ok(body.token);
};

const reach = async (address: string, request: RequestInit): Promise<Response | null> => {
  try {
    return await fetch(address, request);
  } catch (error) {
    // What fetch throws for addresses, names, connections; and the signal's own.
    if (error instanceof TypeError || request.signal?.aborted) return null;
    throw error;
  }
};
