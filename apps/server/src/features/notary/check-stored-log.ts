import { err, ok, type Result } from '@comitium/basics';
import {
  createMemoryTree,
  hashSize,
  type MemoryTree,
  sameBytes,
  type TrustedKeys,
  tileWidth,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  widthOfTile,
} from '@comitium/proof';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import type { CheckpointMemory } from './checkpoint-memory.ts';
import { entryHash, logHasher } from './log-hasher.ts';
import { findCheckpoint, readLogSize } from './log-queries.ts';
import type { NotaryKey } from './notary-key.ts';
import './notary-tables.ts';

/** Leaves read at a time. */
const step = 4096;

/**
 * Whether the stored log is the one that was signed: every entry hashes to its leaf, every tile to the tree, the tree
 * to the last checkpoint, and nothing that this machine saw signed is missing. The error is a sentence that says where.
 */
export const checkStoredLog = async (
  db: Kysely<DatabaseSchema>,
  key: NotaryKey,
  memory: CheckpointMemory,
): Promise<Result<{ size: number }, string>> => {
  const size = await readLogSize(db);
  const tree = await readTree(db, size);
  if (!tree.ok) return tree;
  const tiles = await checkTiles(db, tree.value);
  if (!tiles.ok) return tiles;
  const trusted = { log: key.verifier };
  const stored = (await findCheckpoint(db))?.note ?? null;
  for (const [name, note] of [
    ['The last checkpoint in the database', stored],
    ['The last checkpoint that this machine saw signed', await memory.recall()],
  ] as const) {
    const fits = note === null ? ok(undefined) : await checkAgainst(tree.value, note, { name, trusted });
    if (!fits.ok) return fits;
  }
  return ok({ size });
};

const readTree = async (db: Kysely<DatabaseSchema>, size: number): Promise<Result<MemoryTree, string>> => {
  const tree = createMemoryTree(logHasher);
  while (tree.size < size) {
    const rows = await db
      .selectFrom('notary_entry')
      .select(['index', 'entry'])
      .where('index', '>=', tree.size)
      .orderBy('index')
      .limit(step)
      .execute();
    if (rows.length === 0) return err(`Leaf ${tree.size} of the log is missing.`);
    for (const { index, entry } of rows) {
      if (index !== tree.size) return err(`Leaf ${tree.size} of the log is missing.`);
      tree.append(entryHash(entry));
    }
  }
  return tree.size === size ? ok(tree) : err(`The log has ${tree.size} leaves, but its size says ${size}.`);
};

const tilesAtOnce = 64;

const readTiles = async (
  db: Kysely<DatabaseSchema>,
  level: number,
  from: number,
): Promise<Map<number, Buffer>> => {
  const rows = await db
    .selectFrom('notary_tile')
    .select(['index', 'hashes'])
    .where('level', '=', level)
    .where('index', '>=', from)
    .where('index', '<', from + tilesAtOnce)
    .execute();
  return new Map(rows.map((row) => [row.index, row.hashes]));
};

/** The tiles of leaves are the only place of the leaves' hashes: a text that was changed and a tile that was look alike. */
const checkTiles = async (db: Kysely<DatabaseSchema>, tree: MemoryTree): Promise<Result<void, string>> => {
  for (let level = 0; tileWidth ** level <= tree.size; level++) {
    let stored = new Map<number, Buffer>();
    for (let index = 0; widthOfTile({ level, index }, tree.size) > 0; index++) {
      if (index % tilesAtOnce === 0) stored = await readTiles(db, level, index);
      const width = widthOfTile({ level, index }, tree.size);
      const hashes = Array.from({ length: width }, (_, at) =>
        tree.read({ level: level * 8, index: index * tileWidth + at }),
      );
      const tile = stored.get(index);
      const odd = hashes.findIndex(
        (hash, at) => !sameBytes(hash, tile?.subarray(at * hashSize, (at + 1) * hashSize) ?? none),
      );
      if (odd >= 0 && level === 0) {
        return err(
          `Leaf ${index * tileWidth + odd} of the log, or tile 0/${index}, was changed: they no longer fit.`,
        );
      }
      if (odd >= 0 || tile?.length !== width * hashSize) {
        return err(`Tile ${level}/${index} of the log was changed.`);
      }
    }
  }
  return ok(undefined);
};

const none = Buffer.alloc(0);

const checkAgainst = async (
  tree: MemoryTree,
  note: string,
  { name, trusted }: { name: string; trusted: TrustedKeys },
): Promise<Result<void, string>> => {
  const checkpoint: Result<VerifiedCheckpoint, string> = await verifyCheckpoint(note, trusted);
  if (!checkpoint.ok) return err(`${name} does not verify: ${checkpoint.error}`);
  const { size, root } = checkpoint.value;
  if (size > tree.size) {
    return err(`${name} is of ${size} leaves, but the log has ${tree.size}: it was set back.`);
  }
  if (sameBytes(root, tree.root(size))) return ok(undefined);
  return err(`${name} is of other leaves: the first ${size} are not those that were signed.`);
};
