// Where hashes lie in the tiles of C2SP tlog-tiles: a tile holds up to 256 roots of complete subtrees of one height.
import type { CompleteSubtree } from '../merkle/complete-subtree.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;
const tileHeight = 8;

/** Level 0 holds leaf hashes; `index` counts from the left. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** How many hashes the tile has in a tree of that size: 0 where it does not exist, 256 where it is full. */
export const widthOfTile = ({ level, index }: TilePlace, size: number): number => {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
};

/** The tile from which the subtree's root is made, and the hashes of it that are folded: [from, from + count). */
export const placeOfSubtree = ({
  level,
  index,
}: CompleteSubtree): { tile: TilePlace; from: number; count: number } => {
  const tileLevel = Math.floor(level / tileHeight);
  const count = 2 ** (level - tileLevel * tileHeight);
  const first = index * count;
  return {
    tile: { level: tileLevel, index: Math.floor(first / tileWidth) },
    from: first % tileWidth,
    count,
  };
};
