import {
  type LeafRange,
  type NodeReader,
  readNodesFromTiles,
  type TilePlace,
  tilesOfRanges,
} from '@comitium/proof';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import { logHasher } from './log-hasher.ts';
import type { CheckpointRow } from './log-store.ts';
import './notary-tables.ts';

type Reader = Kysely<DatabaseSchema>;

/** The hashes of a tile as they stand, which may be more than a checkpoint covers; undefined where there are none. */
export const findTile = async (db: Reader, { level, index }: TilePlace): Promise<Buffer | undefined> => {
  const row = await db
    .selectFrom('notary_tile')
    .select('hashes')
    .where('level', '=', level)
    .where('index', '=', index)
    .executeTakeFirst();
  return row?.hashes;
};

/** Reads the tiles from which these ranges are hashed, so that hashing itself waits for nothing. */
export const readNodes = async (db: Reader, ranges: readonly LeafRange[]): Promise<NodeReader> => {
  const tiles = new Map<string, Buffer>();
  for (const place of tilesOfRanges(ranges)) {
    const hashes = await findTile(db, place);
    if (hashes !== undefined) tiles.set(`${place.level} ${place.index}`, hashes);
  }
  return readNodesFromTiles(({ level, index }) => tiles.get(`${level} ${index}`), logHasher);
};

/** `[start, end)` of the entries, as text. */
export const listEntries = async (db: Reader, { start, end }: LeafRange): Promise<string[]> => {
  const rows = await db
    .selectFrom('notary_entry')
    .select('entry')
    .where('index', '>=', start)
    .where('index', '<', end)
    .orderBy('index')
    .execute();
  return rows.map((row) => row.entry);
};

/** The newest checkpoint. */
export const findCheckpoint = (db: Reader): Promise<CheckpointRow | undefined> =>
  db.selectFrom('notary_checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();

export const listCosignatures = async (db: Reader, size: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('notary_cosignature')
    .select('line')
    .where('size', '=', size)
    .orderBy('name')
    .execute();
  return rows.map((row) => row.line);
};

/** The size to which a witness has cosigned, 0 where it never has. */
export const findCosignedSize = async (db: Reader, name: string): Promise<number> => {
  const row = await db
    .selectFrom('notary_cosignature')
    .select((is) => is.fn.max('size').as('size'))
    .where('name', '=', name)
    .executeTakeFirst();
  return Number(row?.size ?? 0);
};

export const readLogSize = async (db: Reader): Promise<number> => {
  const row = await db.selectFrom('notary_log').select('size').executeTakeFirst();
  return row?.size ?? 0;
};

/** Tiles of leaf hashes from one on, in order; those that are still growing end the list. */
export const listLeafTiles = async (
  db: Reader,
  { from, count }: { from: number; count: number },
): Promise<Buffer[]> => {
  const rows = await db
    .selectFrom('notary_tile')
    .select('hashes')
    .where('level', '=', 0)
    .where('index', '>=', from)
    .orderBy('index')
    .limit(count)
    .execute();
  return rows.map((row) => row.hashes);
};
