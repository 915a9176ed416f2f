import { sameBytes } from '../encoding/bytes.ts';
import { type LeafRange, splitPoint } from './complete-subtree.ts';
import { hashSize, type TreeHasher, treeHasher } from './tree-hasher.ts';

/**
 * PROOF(from, D[to]) of RFC 9162 §2.1.4.1 as ranges of leaves; empty where `from` is 0 or `to`, because then there is
 * nothing to prove or the roots are compared.
 */
export const consistencyRanges = (from: number, to: number): LeafRange[] => {
  if (!(from >= 0 && from <= to)) throw new RangeError(`a tree of ${from} cannot have become one of ${to}`);
  if (from === 0 || from === to) return [];
  const path: LeafRange[] = [];
  let start = 0;
  let end = to;
  // Whether the subtree at hand is still the whole old tree's left part, whose hash the verifier knows.
  let known = true;
  while (end !== from) {
    const middle = start + splitPoint(end - start);
    if (from <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
      known = false;
    }
  }
  if (!known) path.push({ start, end });
  return path.reverse();
};

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 §2.1.4.2; an empty old tree is a prefix of every tree. */
export const verifyConsistency = (claim: ConsistencyClaim, hasher: TreeHasher = treeHasher): boolean => {
  const { from, to, oldRoot, newRoot, proof } = claim;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (proof.some((hash) => hash.length !== hashSize)) return false;
  if (from === 0) return proof.length === 0 && sameBytes(oldRoot, hasher.empty());
  if (from === to) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  const path = isPowerOfTwo(from) ? [oldRoot, ...proof] : proof;
  return climb(path, claim, hasher);
};

const isPowerOfTwo = (number: number): boolean => number === 2 ** Math.round(Math.log2(number));

const half = (number: number): number => Math.floor(number / 2);

const climb = (
  [first, ...rest]: readonly Uint8Array[],
  { from, to, oldRoot, newRoot }: ConsistencyClaim,
  hasher: TreeHasher,
): boolean => {
  if (first === undefined) return false;
  let node = from - 1;
  let last = to - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let oldHash = first;
  let newHash = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = hasher.node(hash, oldHash);
      newHash = hasher.node(hash, newHash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = hasher.node(newHash, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
};
