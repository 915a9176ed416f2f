import type { Me, TokenAnswer } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { liveFeed } from './live-feed.ts';
import { queryClient } from './query-client.ts';
import { fetchBody, sendRequest } from './send-request.ts';
import { currentToken, mayHaveSession, onTokenChange, renewToken, setToken } from './session-token.ts';

export type Session =
  | { readonly state: 'anonymous'; readonly person: null }
  | { readonly state: 'loading'; readonly person: null }
  | { readonly state: 'signed_in'; readonly person: Me };

export const personKey = ['me'] as const;

const hasSession = (): boolean => currentToken() !== null || mayHaveSession();

/** Who is signed in; a reload finds the session again through its cookie. */
export const useSession = (): Session => {
  const possible = useSyncExternalStore(onTokenChange, hasSession);
  const me = useQuery({
    queryKey: personKey,
    queryFn: async ({ signal }) => {
      // After a reload only the cookie is left: without this, the first request would be refused first.
      if (!currentToken()) await renewToken();
      return fetchBody<Me>('auth/me', { signal });
    },
    enabled: possible,
    staleTime: 5 * 60_000,
  });
  if (!possible || me.isError) return { state: 'anonymous', person: null };
  return me.data ? { state: 'signed_in', person: me.data } : { state: 'loading', person: null };
};

/** To be called with the answer to a successful sign-in. */
export const startSession = async (answer: TokenAnswer): Promise<void> => {
  setToken(answer);
  liveFeed.reconnect();
  await queryClient.invalidateQueries();
};

/** The session is over on the server: what was read with it is forgotten here. */
export const forgetSession = (): void => {
  setToken(null);
  liveFeed.reconnect();
  queryClient.clear();
};

/** Ends the session on the server and here. */
export const endSession = async (): Promise<void> => {
  await sendRequest('auth/sign-out', { method: 'POST' });
  forgetSession();
};

/** Whether the person holds one of the roles anywhere; the server decides, this only hides what would be refused. */
export const holdsRole = (person: Pick<Me, 'grants'> | null, ...roles: readonly string[]): boolean =>
  person?.grants.some((grant) => roles.includes(grant.role)) ?? false;
