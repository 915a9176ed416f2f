import { hashSize, tileWidth } from '@comitium/proof';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import { findTile, listLeafTiles } from './log-queries.ts';

/** Where leaves stand, by their hashes. */
export interface LeafFinder {
  /** Null where the log has no such leaf (yet). */
  find(db: Kysely<DatabaseSchema>, hash: Buffer): Promise<number | null>;
}

const tilesAtOnce = 256;
const smallest = 4_096;

/**
 * Finds leaves in memory, some 16 bytes each, filled from the tiles when somebody first asks and from then on by what is
 * new: an index in the database would be written to in random places with every sheet, for the few who ask. It holds the
 * first four bytes of each hash; the tile decides.
 */
export const createLeafFinder = (): LeafFinder => {
  let words = new Uint32Array(smallest);
  /** Open addressing: place of a leaf + 1, 0 where free. */
  let table = new Uint32Array(smallest * 2);
  let size = 0;
  let filling: Promise<void> = Promise.resolve();

  const put = (index: number): void => {
    let slot = (words[index] ?? 0) % table.length;
    while (table[slot] !== 0) slot = (slot + 1) % table.length;
    table[slot] = index + 1;
  };
  const grow = (): void => {
    const wider = new Uint32Array(words.length * 2);
    wider.set(words);
    words = wider;
    table = new Uint32Array(words.length * 2);
    for (let index = 0; index < size; index++) put(index);
  };
  const add = (word: number): void => {
    if (size === words.length) grow();
    words[size] = word;
    put(size);
    size += 1;
  };
  const fill = async (db: Kysely<DatabaseSchema>): Promise<void> => {
    for (;;) {
      const first = Math.floor(size / tileWidth);
      const tiles = await listLeafTiles(db, { from: first, count: tilesAtOnce });
      for (const [at, tile] of tiles.entries()) {
        const start = (first + at) * tileWidth;
        for (let leaf = size - start; leaf < tile.length / hashSize; leaf++)
          add(tile.readUInt32LE(leaf * hashSize));
      }
      if (tiles.length < tilesAtOnce) return;
    }
  };
  const candidates = (word: number): number[] => {
    const found: number[] = [];
    for (let slot = word % table.length; table[slot] !== 0; slot = (slot + 1) % table.length) {
      const index = (table[slot] ?? 0) - 1;
      if (words[index] === word) found.push(index);
    }
    return found.sort((a, b) => a - b);
  };
  return {
    find: async (db, hash) => {
      if (hash.length !== hashSize) return null;
      // One after the other, so that no leaf is added twice; who fails leaves what there was.
      filling = filling.catch(() => undefined).then(() => fill(db));
      await filling;
      for (const index of candidates(hash.readUInt32LE(0))) {
        const tile = await findTile(db, { level: 0, index: Math.floor(index / tileWidth) });
        const at = (index % tileWidth) * hashSize;
        if (tile?.subarray(at, at + hashSize).equals(hash)) return index;
      }
      return null;
    },
  };
};
