import { createMemoryTree, hashSize, type TilePlace, tileWidth, widthOfTile } from '@comitium/proof';
import type { Transaction } from '../../platform/database/index.ts';
import { entryHash, logHasher } from './log-hasher.ts';
import { findTile } from './log-queries.ts';
import { insertLeaves, type LeafRow, lockSize, type TileRow, updateSize, upsertTiles } from './log-store.ts';

/** A leaf before it has its place. */
export interface NewLeaf {
  /** The entry of the log. */
  readonly text: string;
  readonly ledgerId: number;
  /** Whether the event has the entry beside its payload. */
  readonly inLedger: boolean;
  /** Of its commitments, where no revision holds it. */
  readonly salt: Buffer | null;
}

/** Appends leaves in order, with the tiles they change, in the caller's transaction: all of it or nothing. */
export const appendLeaves = async (tx: Transaction, leaves: readonly NewLeaf[]): Promise<number> => {
  const size = await lockSize(tx);
  if (leaves.length === 0) return size;
  const edge = await readEdge(tx, size);
  for (const { text } of leaves) grow(edge, 0, entryHash(text));
  await insertLeaves(tx, size, leaves.map(rowOf));
  await upsertTiles(tx, edge.flatMap(touchedTiles));
  await updateSize(tx, size + leaves.length);
  return size + leaves.length;
};

const rowOf = ({ text, ledgerId, inLedger, salt }: NewLeaf): LeafRow => ({
  ledgerId,
  entry: inLedger ? null : text,
  salt,
});

/** The last tile of a level: what is being filled, and full ones of this transaction before it. */
interface EdgeLevel {
  readonly level: number;
  index: number;
  hashes: Uint8Array[];
  touched: boolean;
  readonly full: TileRow[];
}

const readEdge = async (tx: Transaction, size: number): Promise<EdgeLevel[]> => {
  const edge: EdgeLevel[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    const place: TilePlace = { level, index: Math.floor(hashes / tileWidth) };
    const width = widthOfTile(place, size);
    const stored = width === 0 ? Buffer.alloc(0) : ((await findTile(tx, place)) ?? Buffer.alloc(0));
    if (stored.length !== width * hashSize) {
      throw new Error(
        `tile ${level}/${place.index} of the log holds ${stored.length} bytes, not ${width} hashes`,
      );
    }
    const parts = Array.from({ length: width }, (_, at) =>
      stored.subarray(at * hashSize, (at + 1) * hashSize),
    );
    edge.push({ level, index: place.index, hashes: parts, touched: false, full: [] });
  }
  return edge;
};

/** A full tile's root goes up into the next level. */
const grow = (edge: EdgeLevel[], level: number, hash: Uint8Array): void => {
  let at = edge[level];
  if (at === undefined) {
    at = { level, index: 0, hashes: [], touched: false, full: [] };
    edge.push(at);
  }
  at.hashes.push(hash);
  at.touched = true;
  if (at.hashes.length < tileWidth) return;
  const tree = createMemoryTree(logHasher);
  for (const one of at.hashes) tree.append(one);
  at.full.push({ level, index: at.index, hashes: Buffer.concat(at.hashes) });
  at.index += 1;
  at.hashes = [];
  at.touched = false;
  grow(edge, level + 1, tree.root());
};

const touchedTiles = ({ level, index, hashes, touched, full }: EdgeLevel): TileRow[] =>
  touched ? [...full, { level, index, hashes: Buffer.concat(hashes) }] : full;
