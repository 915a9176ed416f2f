import type { IncomingMessage } from 'node:http';

/** What the feed reads of a request's address. */
export interface LiveRequest {
  readonly path: string;
  readonly topic: string;
  readonly ticket: string | undefined;
}

export const readLiveRequest = (request: IncomingMessage): LiveRequest => {
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const search = new URLSearchParams(query);
  return { path, topic: search.get('topic') ?? '', ticket: search.get('ticket') ?? undefined };
};
