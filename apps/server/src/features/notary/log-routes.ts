import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { fromHex, readTilePath, writeSignedNote, writeVerifierKey } from '@comitium/proof';
import { Type } from 'typebox';
import { publicAccess } from '../../platform/access/access-rule.ts';
import type { Database } from '../../platform/database/index.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import { createLeafFinder } from './leaf-finder.ts';
import {
  forGood,
  forSeconds,
  type LogFile,
  readConsistencyProof,
  readInclusionProof,
  readTileFile,
  sendLogFile,
} from './log-files.ts';
import { findCheckpoint, listCosignatures } from './log-queries.ts';
import type { CheckpointRow } from './log-store.ts';
import type { NotaryKey } from './notary-key.ts';

export interface LogRouteParts {
  readonly db: Database;
  /** The key, or why there is no log to be had. */
  key(): Result<NotaryKey, Problem>;
}

const plain = 'text/plain; charset=utf-8';
const json = 'application/json; charset=utf-8';
const bytes = 'application/octet-stream';

/** A verifier of a whole log asks for two files per 256 leaves, as fast as it gets them. */
const ratePerMinute = 12_000;
const digits = Type.String({ maxLength: 36 });

/** What is no whole number is no address, as in a folder of files. */
const readWhole = (text: string): number => (/^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN);

const nothingHere = (what: string): Result<never, Problem> => err(problem('not_found', what));

export const logRoutes = (parts: LogRouteParts): Route[] => [
  checkpointRoute(parts),
  keyRoute(parts),
  tileRoute(parts),
  inclusionRoute(parts),
  consistencyRoute(parts),
  leafRoute(parts),
];

/** The newest checkpoint with the witnesses' lines below the log's own. */
export const readCheckpointNote = async (db: Database, { size, note }: CheckpointRow): Promise<string> => {
  const lines = await listCosignatures(db.kysely, size);
  const end = note.lastIndexOf('\n\n');
  const own = note.slice(end + 2, -1).split('\n');
  return writeSignedNote(note.slice(0, end + 1), [...own, ...lines]);
};

/** What was signed last, or the problem that there is no log. */
export const signedLog = async ({ db, key }: LogRouteParts): Promise<Result<CheckpointRow, Problem>> => {
  const opened = key();
  if (!opened.ok) return opened;
  const checkpoint = await findCheckpoint(db.kysely);
  return checkpoint === undefined ? nothingHere('Nothing was signed yet.') : ok(checkpoint);
};

type Exchange = Parameters<typeof sendLogFile>[0];

const send = async (call: Exchange, file: LogFile): Promise<Result<symbol, Problem>> => {
  await sendLogFile(call, file);
  return ok(answered);
};

const checkpointRoute = (parts: LogRouteParts): Route =>
  route({
    method: 'GET',
    path: '//log/checkpoint',
    summary: 'The signed head of the public log, with its witnesses’ cosignatures (C2SP tlog-checkpoint).',
    access: publicAccess,
    ratePerMinute,
    handler: async (call) => {
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      const content = await readCheckpointNote(parts.db, signed.value);
      return send(call, { content, type: plain, caching: forSeconds });
    },
  });

const keyRoute = ({ key }: LogRouteParts): Route =>
  route({
    method: 'GET',
    path: '//log/key',
    summary: 'The verifier key of the public log (C2SP signed-note). Keep it: another key is another log.',
    access: publicAccess,
    handler: async (call) => {
      const opened = key();
      if (!opened.ok) return opened;
      const content = `${writeVerifierKey(opened.value.verifier)}\n`;
      return send(call, { content, type: plain, caching: forSeconds });
    },
  });

const tileRoute = (parts: LogRouteParts): Route =>
  route({
    method: 'GET',
    path: '//log/tile/*',
    summary: 'Hash tiles and bundles of entries (C2SP tlog-tiles); they never change.',
    access: publicAccess,
    ratePerMinute,
    params: Type.Object({ '*': Type.String({ maxLength: 80 }) }),
    handler: async (call) => {
      const address = readTilePath(call.params['*']);
      if (address === null) return nothingHere('This is no address of a tile.');
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      const content = await readTileFile(parts.db.kysely, address, signed.value.size);
      if (content === null) return nothingHere(`The log of ${signed.value.size} leaves has no such tile.`);
      const packed = address.level === 'entries';
      return send(call, { content, type: bytes, caching: forGood, packed });
    },
  });

const inclusionRoute = (parts: LogRouteParts): Route =>
  route({
    method: 'GET',
    path: '//log/proof/inclusion/:size/:index',
    summary:
      'That a leaf is in the tree of that size: hashes from the leaf to the root, one a line (RFC 9162 §2.1.3).',
    access: publicAccess,
    ratePerMinute,
    params: Type.Object({ size: digits, index: digits }),
    handler: async (call) => {
      const [size, index] = [readWhole(call.params.size), readWhole(call.params.index)];
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      if (!(size <= signed.value.size && index < size))
        return nothingHere('There is no such leaf in that tree.');
      const hashes = await readInclusionProof(parts.db.kysely, index, size);
      return send(call, { content: lines(hashes), type: plain, caching: forGood });
    },
  });

const consistencyRoute = (parts: LogRouteParts): Route =>
  route({
    method: 'GET',
    path: '//log/proof/consistency/:from/:to',
    summary: 'That the tree of one size begins with the other: hashes, one a line (RFC 9162 §2.1.4).',
    access: publicAccess,
    ratePerMinute,
    params: Type.Object({ from: digits, to: digits }),
    handler: async (call) => {
      const [from, to] = [readWhole(call.params.from), readWhole(call.params.to)];
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      if (!(to <= signed.value.size && from <= to)) return nothingHere('There is no tree of that size.');
      const hashes = await readConsistencyProof(parts.db.kysely, from, to);
      return send(call, { content: lines(hashes), type: plain, caching: forGood });
    },
  });

const lines = (hashes: readonly string[]): string => hashes.map((hash) => `${hash}\n`).join('');

const leafRoute = (parts: LogRouteParts): Route => {
  const finder = createLeafFinder();
  return route({
    method: 'GET',
    path: '//log/leaf/:hash',
    summary: 'Where a leaf stands, by the hash on its receipt.',
    access: publicAccess,
    ratePerMinute,
    params: Type.Object({ hash: Type.String({ maxLength: 64 }) }),
    handler: async (call) => {
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      const index = await finder.find(parts.db.kysely, Buffer.from(fromHex(call.params.hash) ?? []));
      if (index === null || index >= signed.value.size) return nothingHere('The log has no such leaf (yet).');
      return send(call, { content: JSON.stringify({ index }), type: json, caching: forGood });
    },
  });
};
