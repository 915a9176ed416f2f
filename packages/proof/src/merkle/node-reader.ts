import { type CompleteSubtree, type LeafRange, subtreesOf } from './complete-subtree.ts';
import { type TreeHasher, treeHasher } from './tree-hasher.ts';

/** Gives the root of a complete subtree; throws where the tree does not hold it. */
export type NodeReader = (subtree: CompleteSubtree) => Uint8Array;

/** MTH(D[start:end]) of RFC 9162 §2.1.1. */
export const hashOfRange = (
  read: NodeReader,
  range: LeafRange,
  hasher: TreeHasher = treeHasher,
): Uint8Array => {
  const [last, ...rest] = subtreesOf(range).reverse();
  if (last === undefined) return hasher.empty();
  return rest.reduce((right, subtree) => hasher.node(read(subtree), right), read(last));
};

/** The root hash of the first `size` leaves. */
export const rootOf = (read: NodeReader, size: number, hasher?: TreeHasher): Uint8Array =>
  hashOfRange(read, { start: 0, end: size }, hasher);
