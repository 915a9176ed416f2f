import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ok, type Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isFresh } from '../../platform/http/is-fresh.ts';
import { answered } from '../../platform/http/route.ts';

export const jsonType = 'application/json; charset=utf-8';

/**
 * A CDN carries the crowd: a second old at most, and the old answer while a new one is made. Without `max-age` a browser
 * would guess from Last-Modified, and show a tenth of the last sheet's age later what it was then.
 */
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=5';

export type CacheableBody = { readonly type: string; readonly lastModified?: Date | string | undefined } & (
  | { readonly text: string; readonly etag?: string }
  | { readonly text: AsyncIterable<string>; readonly etag: string }
);

export const etagOf = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

/** Answers 304 where the reader has this very content already. */
export const sendCacheable = async (
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  body: CacheableBody,
): Promise<Result<symbol, Problem>> => {
  const etag = typeof body.text === 'string' ? (body.etag ?? etagOf(body.text)) : String(body.etag);
  reply.header('etag', etag).header('cache-control', cacheControl);
  if (body.lastModified !== undefined)
    reply.header('last-modified', new Date(body.lastModified).toUTCString());
  if (isFresh(request.headers['if-none-match'], etag)) await reply.code(304).send();
  else if (typeof body.text === 'string') await reply.type(body.type).serializer(String).send(body.text);
  else await reply.type(body.type).send(Readable.from(body.text, { objectMode: false }));
  return ok(answered);
};
