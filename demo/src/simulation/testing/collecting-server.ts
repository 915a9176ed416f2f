import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerBatch, type Trouble } from './answer-batch.ts';
import { createPassDesk } from './pass-desk.ts';
import { type BookAnswer, createSheetBook, refuse } from './sheet-book.ts';

export interface CollectingServerOptions {
  /** Asked before each request, with its path below /api/v1 and how many came before it. */
  readonly trouble?: (path: string, count: number) => Trouble;
  /** Asked for each line of a batch, with how many came before it over all requests. */
  readonly lineTrouble?: (count: number) => Trouble;
  /** What a line's refusal says of when to come again. */
  readonly lineRetryAfterSeconds?: number;
  readonly tokenLifetimeMs?: number;
}

/** A small real HTTP server that collects sheets as the contract says, and fails when told to. */
export const startCollectingServer = async (options: CollectingServerOptions = {}) => {
  const { trouble, lineTrouble, lineRetryAfterSeconds, tokenLifetimeMs = 900_000 } = options;
  const book = createSheetBook();
  const desk = createPassDesk(tokenLifetimeMs);
  const counts = { requests: 0, lines: 0, batches: 0 };

  const answerJson = async (path: string, request: IncomingMessage): Promise<BookAnswer> => {
    const body = JSON.parse(await text(request));
    if (path === '/auth/sign-in') return desk.signIn(body);
    const author = desk.authorOf(request);
    if (author === undefined) return refuse(401, 'session_expired');
    const key = String(request.headers['idempotency-key']);
    if (path.endsWith('/results/polling-station')) return book.submit(author, key, body);
    const [, id] = /\/sheets\/([^/]+)\/correct$/.exec(path) ?? [];
    if (id === undefined) return refuse(404, 'not_found');
    return author.startsWith('desk') ? book.correct(key, id, body) : refuse(403, 'forbidden');
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.replace('/api/v1', '') ?? '';
    const failing = trouble?.(path, counts.requests) ?? null;
    counts.requests += 1;
    if (failing === 'drop') return void request.socket.destroy();
    if (typeof failing === 'number') return reply(response, refuse(failing, 'unavailable'));
    const author = desk.authorOf(request);
    if (path.endsWith('/batch') && author !== undefined) {
      counts.batches += 1;
      const lineTroubles = () => lineTrouble?.(counts.lines++) ?? null;
      const batch = { book, author, trouble: lineTroubles, retryAfterSeconds: lineRetryAfterSeconds };
      return answerBatch(batch, request, response);
    }
    const answer = path.endsWith('/batch') ? refuse(401, 'session_expired') : await answerJson(path, request);
    if (failing === 'drop-after') return void request.socket.destroy();
    reply(response, answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A sender that goes away in the middle is part of the tests.
      if (!request.destroyed) throw error;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close, counts, sheets: book.sheets, signIns: desk.givenTo, expireTokens: desk.expireAll };
};

const reply = (response: ServerResponse, { status, replayed, body }: BookAnswer): void => {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (replayed) headers['idempotent-replayed'] = 'true';
  if (status === 429) headers['retry-after'] = '0';
  response.writeHead(status, headers).end(JSON.stringify(body));
};
