import type { IncomingMessage } from 'node:http';

/** What the feed reads of a request's address. */
export interface LiveRequest {
  readonly path: string;
  readonly topic: string;
  readonly ticket: string | undefined;
  readonly since: number | undefined;
}

export const readLiveRequest = (request: IncomingMessage): LiveRequest => {
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const search = new URLSearchParams(query);
  // What the browser remembers is newer than what the page knew when it opened the stream.
  const since = request.headers['last-event-id'] ?? search.get('since') ?? '';
  return {
    path,
    topic: search.get('topic') ?? '',
    ticket: search.get('ticket') ?? undefined,
    since: typeof since === 'string' && /^\d{1,16}$/.test(since) ? Number(since) : undefined,
  };
};
