import type { TokenAnswer } from '@comitium/contract';

/**
 * The bearer token, in memory only, renewed from the HttpOnly cookie. Whether a cookie may exist is remembered as a
 * bare flag, so that visitors who never signed in are not asked.
 */
const flag = 'comitium.signed-in';

let token: TokenAnswer | null = null;
let renewal: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

export const mayHaveSession = (): boolean => localStorage.getItem(flag) === '1';

export const currentToken = (): string | null => token?.token ?? null;

export const setToken = (answer: TokenAnswer | null): void => {
  token = answer;
  if (answer) localStorage.setItem(flag, '1');
  else localStorage.removeItem(flag);
  for (const listener of listeners) listener();
};

export const onTokenChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const renew = async (): Promise<boolean> => {
  const response = await fetch('/api/v1/auth/token', { method: 'POST', credentials: 'same-origin' });
  if (response.ok) setToken((await response.json()) as TokenAnswer);
  else if (response.status === 401) setToken(null);
  return response.ok;
};

/** A new token from the cookie; requests that fail together share one renewal. */
export const renewToken = async (): Promise<boolean> => {
  if (!mayHaveSession()) return false;
  renewal ??= renew().finally(() => {
    renewal = null;
  });
  return renewal;
};
