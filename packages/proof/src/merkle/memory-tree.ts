import { consistencyRanges } from './consistency.ts';
import { inclusionRanges } from './inclusion.ts';
import { hashOfRange, type NodeReader, rootOf } from './node-reader.ts';
import { type TreeHasher, treeHasher } from './tree-hasher.ts';

/** A tree that grows in memory and keeps the root of every complete subtree: 64 bytes and two hashes a leaf. */
export interface MemoryTree {
  readonly size: number;
  readonly read: NodeReader;
  append(leafHash: Uint8Array): void;
  leafHash(index: number): Uint8Array;
  root(size?: number): Uint8Array;
  proveInclusion(index: number, size?: number): Uint8Array[];
  proveConsistency(from: number, to?: number): Uint8Array[];
}

export const createMemoryTree = (hasher: TreeHasher = treeHasher): MemoryTree => {
  const levels: Uint8Array[][] = [[]];
  const append = (leafHash: Uint8Array): void => {
    let hash = leafHash;
    for (let level = 0; ; level++) {
      levels[level] ??= [];
      const row = levels[level] ?? [];
      row.push(hash);
      const left = row.at(-2);
      if (row.length % 2 === 1 || left === undefined) return;
      hash = hasher.node(left, hash);
    }
  };
  const read: NodeReader = ({ level, index }) => {
    const hash = levels[level]?.[index];
    if (hash === undefined) throw new RangeError(`the tree has no subtree ${index} of height ${level}`);
    return hash;
  };
  const sizeNow = (): number => levels[0]?.length ?? 0;
  return {
    get size() {
      return sizeNow();
    },
    read,
    append,
    leafHash: (index) => read({ level: 0, index }),
    root: (size = sizeNow()) => rootOf(read, size, hasher),
    proveInclusion: (index, size = sizeNow()) =>
      inclusionRanges(index, size).map((range) => hashOfRange(read, range, hasher)),
    proveConsistency: (from, to = sizeNow()) =>
      consistencyRanges(from, to).map((range) => hashOfRange(read, range, hasher)),
  };
};
