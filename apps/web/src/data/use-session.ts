import type { Me, TokenAnswer } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { forgetLastKnown } from './last-known/last-known.ts';
import { liveFeed } from './live-feed.ts';
import { oweSignOut } from './owed-sign-out.ts';
import { ProblemError } from './problem-error.ts';
import { queryClient } from './query-client.ts';
import { unreachable } from './read-problem.ts';
import { rememberPerson, toRemember } from './remembered-person.ts';
import { fetchBody, sendRequest } from './send-request.ts';
import { currentToken, mayHaveSession, onTokenChange, renewToken, setToken } from './session-token.ts';

export type Session =
  | { readonly state: 'anonymous'; readonly person: null }
  | { readonly state: 'loading'; readonly person: null }
  /** There may be a session, but nobody answers who it is: no reason to tell a person that a right is missing. */
  | {
      readonly state: 'unreachable';
      readonly person: null;
      readonly error: Error;
      readonly retry: () => void;
    }
  | { readonly state: 'signed_in'; readonly person: Me };

export const personKey = ['me'] as const;

const hasSession = (): boolean => currentToken() !== null || mayHaveSession();

/** A screen that nobody touches comes back by itself. */
const askAgainMs = 10_000;

const tooMany = 429;

const isRefusal = (error: Error | null): boolean =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== tooMany;

const renewOrFail = async (): Promise<void> => {
  try {
    await renewToken();
  } catch {
    throw new ProblemError(unreachable());
  }
};

/** Who is signed in; a reload finds the session again through its cookie. */
export const useSession = (): Session => {
  const possible = useSyncExternalStore(onTokenChange, hasSession);
  const me = useQuery({
    queryKey: personKey,
    queryFn: async ({ signal }) => {
      // After a reload only the cookie is left: without this, the first request would be refused first.
      if (!currentToken()) await renewOrFail();
      const person = await fetchBody<Me>('auth/me', { signal });
      rememberPerson(toRemember(person));
      return person;
    },
    enabled: possible,
    staleTime: 5 * 60_000,
    // What is shown in place of a page asks too: asking again with each would never end.
    retryOnMount: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? askAgainMs : false),
  });
  if (!possible || isRefusal(me.error)) return { state: 'anonymous', person: null };
  // Who was signed in stays so while nobody answers: the server decides with every request anyway.
  if (me.data) return { state: 'signed_in', person: me.data };
  if (me.error) {
    return { state: 'unreachable', person: null, error: me.error, retry: () => void me.refetch() };
  }
  return { state: 'loading', person: null };
};

/** To be called with the answer to a successful sign-in. */
export const startSession = async (answer: TokenAnswer): Promise<void> => {
  setToken(answer);
  oweSignOut(false);
  liveFeed.reconnect();
  await queryClient.invalidateQueries();
};

const farewells = new Set<() => Promise<void>>();

/** For parts of the program that keep something of the person on this device. */
export const onFarewell = (forget: () => Promise<void>): void => void farewells.add(forget);

/** The session is over on the server: what was read with it is forgotten here. */
export const forgetSession = (): void => {
  setToken(null);
  liveFeed.reconnect();
  queryClient.clear();
};

/** What a person leaves on this device goes, but for sheets that nobody has received yet. */
export const forgetPerson = async (): Promise<void> => {
  rememberPerson(null);
  await Promise.all([forgetLastKnown(), forgetShapes(), ...[...farewells].map((forget) => forget())]);
};

/** Which places somebody looked at; the service worker keeps them. */
const forgetShapes = async (): Promise<void> => {
  if ('caches' in window) await caches.delete('comitium-shapes');
};

/** Ends the session on the server and here; whoever signs in again finds his work as it was. */
export const endSession = async (): Promise<void> => {
  const answer = await sendRequest('auth/sign-out', { method: 'POST' });
  // The cookie that only the server can take back goes as soon as it is reached.
  oweSignOut(!answer.ok && answer.error.status === 0);
  forgetSession();
};

export const signOut = async (): Promise<void> => {
  await endSession();
  await forgetPerson();
};

/** Whether the person holds one of the roles anywhere; the server decides, this only hides what would be refused. */
export const holdsRole = (person: Pick<Me, 'grants'> | null, ...roles: readonly string[]): boolean =>
  person?.grants.some((grant) => roles.includes(grant.role)) ?? false;
