import type { Result } from '@comitium/basics';
import type {
  Analysis,
  Election,
  MapAnswer,
  PageOf,
  SheetBody,
  SheetReceipt,
  Timeline,
  TokenAnswer,
} from '@comitium/contract';
import { createLiveFeed, type LiveFeed } from './live/index.ts';
import {
  type Requester,
  type RequestFailure,
  type RequestOptions,
  sendRequest,
} from './requests/send-request.ts';

type Answer<T> = Promise<Result<T, RequestFailure>>;

export interface ScopeQuery {
  readonly race?: string;
  readonly contest?: string;
  readonly level?: string;
  readonly area?: string;
}

export interface Client {
  /** Any request of the API by method and path below `/api/v1`, for what has no method of its own here. */
  request<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: RequestOptions,
  ): Answer<T>;
  signIn(email: string, password: string): Answer<TokenAnswer>;
  listElections(cursor?: string): Answer<PageOf<Election>>;
  getElection(election: string): Answer<Election>;
  getMap(election: string, scope?: ScopeQuery): Answer<MapAnswer>;
  getTimeline(election: string, scope?: ScopeQuery): Answer<Timeline>;
  getAnalysis(
    election: string,
    kind: Analysis['kind'],
    query?: { race?: string; other?: string; share?: number },
  ): Answer<Analysis>;
  /** Sends a polling station's sheet; make the key once per form and repeat it with every try. */
  submitSheet(election: string, sheet: SheetBody, idempotencyKey: string): Answer<SheetReceipt>;
  readonly live: LiveFeed;
}

/** Comitium from a browser or from Node: typed requests, and the live feed that heals itself. */
export const createClient = (requester: Requester): Client => {
  const request: Client['request'] = (method, path, options) =>
    sendRequest(requester, [method, path], options);
  const of = (election: string, rest = ''): string => `/elections/${encodeURIComponent(election)}${rest}`;
  const getTicket = async (): Promise<string | undefined> => {
    const answer = await request<{ ticket: string }>('POST', '/live/ticket');
    return answer.ok ? answer.value.ticket : undefined;
  };
  return {
    request,
    signIn: (email, password) => request('POST', '/auth/sign-in', { body: { email, password } }),
    listElections: (cursor) => request('GET', '/elections', { query: { cursor } }),
    getElection: (election) => request('GET', of(election)),
    getMap: (election, scope = {}) => request('GET', of(election, '/map'), { query: { ...scope } }),
    getTimeline: (election, scope = {}) => request('GET', of(election, '/timeline'), { query: { ...scope } }),
    getAnalysis: (election, kind, query = {}) => request('GET', of(election, `/analysis/${kind}`), { query }),
    submitSheet: (election, sheet, idempotencyKey) =>
      request('POST', of(election, '/results/polling-station'), { body: sheet, idempotencyKey }),
    live: createLiveFeed({ url: requester.url, ...(requester.token === undefined ? {} : { getTicket }) }),
  };
};
