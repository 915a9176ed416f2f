// The public log as the files of C2SP tlog-tiles: what was signed, and nothing beyond it.

import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  consistencyRanges,
  hashOfRange,
  hashSize,
  inclusionRanges,
  type LeafRange,
  type TileAddress,
  tileWidth,
  toBase64,
  toUtf8,
  widthOfTile,
  writeEntryBundle,
} from '@comitium/proof';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import { isFresh } from '../../platform/http/is-fresh.ts';
import { logHasher } from './log-hasher.ts';
import { findTile, listEntries, readNodes } from './log-queries.ts';

type Reader = Kysely<DatabaseSchema>;

/** The bytes of a tile or bundle in a tree of `size` leaves; null where that tree does not have it. */
export const readTileFile = async (
  db: Reader,
  address: TileAddress,
  size: number,
): Promise<Buffer | null> => {
  const { level, index, width } = address;
  const place = { level: level === 'entries' ? 0 : level, index };
  if (width > widthOfTile(place, size)) return null;
  if (level === 'entries') {
    const start = index * tileWidth;
    const entries = await listEntries(db, { start, end: start + width });
    return Buffer.from(writeEntryBundle(entries.map(toUtf8)));
  }
  const hashes = await findTile(db, place);
  return hashes === undefined ? null : hashes.subarray(0, width * hashSize);
};

/** Hashes of a proof, one a line in base64. */
export const readProof = async (db: Reader, ranges: readonly LeafRange[]): Promise<string[]> => {
  const read = await readNodes(db, ranges);
  return ranges.map((range) => toBase64(hashOfRange(read, range, logHasher)));
};

export const readInclusionProof = (db: Reader, index: number, size: number): Promise<string[]> =>
  readProof(db, inclusionRanges(index, size));

export const readConsistencyProof = (db: Reader, from: number, to: number): Promise<string[]> =>
  readProof(db, consistencyRanges(from, to));

/** What never changes once it is there. */
export const forGood = 'public, max-age=31536000, immutable';
/** The checkpoint: old for two seconds at most. */
export const forSeconds = 'public, max-age=2, stale-while-revalidate=10';

const pack = promisify(gzip);

/** Hashes cannot be made smaller; entries can, by half. */
const takesGzip = (header: string | string[] | undefined): boolean => /\bgzip\b/.test(String(header ?? ''));

export interface LogFile {
  readonly content: Buffer | string;
  readonly type: string;
  readonly caching: string;
  /** Sent as gzip to whoever takes it. */
  readonly packed?: boolean;
}

/** Answers 304 where the reader has this very content already. */
export const sendLogFile = async (
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { content, type, caching, packed = false }: LogFile,
): Promise<void> => {
  const mark = `"${hash('sha256', content, 'base64url').slice(0, 22)}"`;
  // Weak where one content has two encodings (RFC 9110 §8.8.3).
  const etag = packed ? `W/${mark}` : mark;
  reply.header('etag', etag).header('cache-control', caching).header('access-control-allow-origin', '*');
  if (packed) reply.header('vary', 'accept-encoding');
  if (isFresh(request.headers['if-none-match'], mark)) await reply.code(304).send();
  else if (packed && takesGzip(request.headers['accept-encoding'])) {
    await reply
      .type(type)
      .header('content-encoding', 'gzip')
      .send(await pack(content));
  } else
    await reply
      .type(type)
      .serializer((body: unknown) => body as string)
      .send(content);
};
