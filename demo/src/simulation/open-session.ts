import { type Clock, err, ok, type Result, systemClock } from '@comitium/basics';
import type { SendFailure } from './send-failure.ts';
import { type JsonAnswer, type JsonRequest, type SendOptions, sendRequest } from './send-request.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** One person's way in: signs in when first needed, and again before the token ends. */
export interface Session {
  token(): Promise<Result<string, SendFailure>>;
  /** POSTs as this person to a path below /api/v1. */
  send(path: string, request: Omit<JsonRequest, 'url'>): Promise<Result<JsonAnswer, SendFailure>>;
  /** GETs as this person. */
  read(path: string): Promise<Result<JsonAnswer, SendFailure>>;
}

export interface SessionOptions extends SendOptions {
  /** Of the server, such as `http://localhost:8080`. */
  readonly url: string;
  readonly clock?: Clock | undefined;
}

interface Pass {
  readonly token: string;
  /** Milliseconds since 1970 from which on a new token is asked for. */
  readonly renewAt: number;
}

const renewBeforeMs = 60_000;

export const openSession = (credentials: Credentials, options: SessionOptions): Session => {
  const { url, clock = systemClock } = options;
  let pass: Pass | null = null;
  let signingIn: Promise<Result<string, SendFailure>> | null = null;

  const signIn = async (): Promise<Result<string, SendFailure>> => {
    const answer = await sendRequest({ url: `${apiBase(url)}/auth/sign-in`, body: credentials }, options);
    if (!answer.ok) return answer;
    const read = readPass(answer.value, credentials.email, clock);
    if (!read.ok) return read;
    pass = read.value;
    return ok(pass.token);
  };
  const token = (): Promise<Result<string, SendFailure>> => {
    if (pass !== null && clock.now().getTime() < pass.renewAt) return Promise.resolve(ok(pass.token));
    // Whoever needs the token meanwhile waits for the same sign-in.
    signingIn ??= signIn().finally(() => {
      signingIn = null;
    });
    return signingIn;
  };
  const send: Session['send'] = async (path, request) => {
    for (let renewed = false; ; renewed = true) {
      const bearer = await token();
      if (!bearer.ok) return bearer;
      const headers = { ...request.headers, authorization: `Bearer ${bearer.value}` };
      const answer = await sendRequest({ ...request, url: apiBase(url) + path, headers }, options);
      if (!answer.ok || answer.value.status !== 401 || renewed) return answer;
      // Ended early, as when keys are changed: one new sign-in is worth a try.
      if (pass?.token === bearer.value) pass = null;
    }
  };
  return { token, send, read: (path) => send(path, {}) };
};

export const apiBase = (url: string): string => `${url.replace(/\/+$/, '')}/api/v1`;

const readPass = ({ status, body }: JsonAnswer, email: string, clock: Clock): Result<Pass, SendFailure> => {
  const { token, expiresAt, detail } = body;
  if (status >= 400 || typeof token !== 'string' || typeof expiresAt !== 'string') {
    const why = typeof detail === 'string' ? detail : `The answer was ${status}.`;
    return err({ code: 'sign_in_failed', email, detail: why });
  }
  const now = clock.now().getTime();
  const lifetimeMs = new Date(expiresAt).getTime() - now;
  return ok({ token, renewAt: now + lifetimeMs - Math.min(renewBeforeMs, lifetimeMs / 5) });
};
