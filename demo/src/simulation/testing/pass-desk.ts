import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../open-session.ts';
import { type BookAnswer, refuse } from './sheet-book.ts';

export const testPassword = 'correct horse';

/** Gives a token to everybody who knows the one password, and tells who a token belongs to. */
export const createPassDesk = (lifetimeMs: number) => {
  const passes = new Map<string, string>();
  const givenTo: string[] = [];
  const signIn = ({ email, password }: Credentials): BookAnswer => {
    if (password !== testPassword) return refuse(401, 'sign_in_failed');
    givenTo.push(email);
    const token = `token-${givenTo.length}`;
    passes.set(token, email);
    const expiresAt = new Date(Date.now() + lifetimeMs).toISOString();
    return { status: 200, replayed: false, body: { token, expiresAt } };
  };
  const authorOf = (request: IncomingMessage): string | undefined =>
    passes.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
  return { signIn, authorOf, givenTo, expireAll: () => passes.clear() };
};
