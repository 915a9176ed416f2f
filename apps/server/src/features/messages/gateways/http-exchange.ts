// One request to a gateway and what its end says about the message: no redirects, a bounded time, a bounded answer.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { GatewayAnswer } from './gateway.ts';

export interface GatewayRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

export interface GatewayReply {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | undefined;
}

export type Exchange =
  | { readonly kind: 'replied'; readonly reply: GatewayReply }
  /** Nothing of the request left this machine. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** Some of it may have arrived. */
  | { readonly kind: 'lost'; readonly reason: string };

const timeoutMs = 10_000;
const mostBytes = 64 * 1024;

/** Whether a request may have arrived is known from the socket: before it is connected, and secured, nothing is sent. */
export const exchange = (request: GatewayRequest): Promise<Exchange> =>
  new Promise((resolve) => {
    const { method, url, headers, body } = request;
    const secure = url.protocol === 'https:';
    let ready = false;
    // A connection of its own: one that was kept may be dead without our knowing, and the end then unknown.
    const sent = (secure ? httpsRequest : httpRequest)(url, { method, headers, agent: false });
    const giveUp = (reason: string): void => {
      resolve({ kind: ready ? 'lost' : 'unsent', reason });
      sent.destroy();
    };
    const timer = setTimeout(() => giveUp('timeout'), timeoutMs);
    sent.on('close', () => clearTimeout(timer));
    sent.on('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        ready = true;
      }),
    );
    sent.on('error', (error: NodeJS.ErrnoException) => giveUp(codeOf(error)));
    sent.on('response', (response) => {
      readReply(response).then(
        (reply) => resolve({ kind: 'replied', reply }),
        // The status has come, and that is what counts.
        () => resolve({ kind: 'replied', reply: { ...headOf(response), body: '' } }),
      );
    });
    sent.end(body ?? undefined);
  });

const codeOf = ({ code = 'network' }: NodeJS.ErrnoException): string => code.toLowerCase();

const readReply = async (response: IncomingMessage): Promise<GatewayReply> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  return { ...headOf(response), body: Buffer.concat(chunks).toString('utf8', 0, mostBytes) };
};

const headOf = ({ statusCode = 0, headers }: IncomingMessage): Omit<GatewayReply, 'body'> => ({
  status: statusCode,
  retryAfterMs: retryAfter(headers['retry-after']),
});

const longestWaitSeconds = 3600;

/** Seconds, or a date (RFC 9110 §10.2.3). */
const retryAfter = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(longestWaitSeconds, Math.max(0, seconds)) * 1000;
};

/** What a failed exchange, or a status that is not 2xx, says. A redirect is not followed: it could lead anywhere. */
export const failureOf = (end: Exchange): GatewayAnswer | null => {
  if (end.kind === 'unsent') return { kind: 'busy', reason: end.reason };
  if (end.kind === 'lost') return { kind: 'unknown', reason: end.reason };
  const { status, retryAfterMs } = end.reply;
  const reason = `http_${status}`;
  if (status >= 200 && status < 300) return null;
  if ([408, 425, 429, 503].includes(status)) {
    return { kind: 'busy', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  // A gateway that broke may have broken after it took the message.
  return status >= 500 ? { kind: 'unknown', reason } : { kind: 'refused', reason };
};
