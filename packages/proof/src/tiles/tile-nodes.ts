import { type LeafRange, subtreesOf } from '../merkle/complete-subtree.ts';
import { hashOfRange, type NodeReader } from '../merkle/node-reader.ts';
import { hashSize, type TreeHasher, treeHasher } from '../merkle/tree-hasher.ts';
import { placeOfSubtree, type TilePlace } from './tile.ts';

/** The tiles from which the hashes of these ranges are made, each once. */
export const tilesOfRanges = (ranges: readonly LeafRange[]): TilePlace[] => {
  const places = new Map<string, TilePlace>();
  for (const subtree of ranges.flatMap(subtreesOf)) {
    const { tile } = placeOfSubtree(subtree);
    places.set(`${tile.level} ${tile.index}`, tile);
  }
  return [...places.values()];
};

/** The hashes of a tile, 32 bytes each, one after the other; undefined where there is no such tile. */
export type TileReader = (place: TilePlace) => Uint8Array | undefined;

/** Roots of complete subtrees, made from tiles. Throws where a tile or a hash of it is missing. */
export const readNodesFromTiles =
  (readTile: TileReader, hasher: TreeHasher = treeHasher): NodeReader =>
  (subtree) => {
    const { tile, from, count } = placeOfSubtree(subtree);
    const bytes = readTile(tile);
    if (bytes === undefined || bytes.length < (from + count) * hashSize) {
      throw new RangeError(`tile ${tile.level}/${tile.index} lacks hash ${from + count - 1}`);
    }
    const hashAt: NodeReader = ({ level, index }) => {
      const width = 2 ** level;
      if (width === 1) return bytes.subarray((from + index) * hashSize, (from + index + 1) * hashSize);
      return hasher.node(
        hashAt({ level: level - 1, index: index * 2 }),
        hashAt({ level: level - 1, index: index * 2 + 1 }),
      );
    };
    return hashOfRange(hashAt, { start: 0, end: count }, hasher);
  };
