import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinBytes } from '../encoding/bytes.ts';
import { toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { verifyConsistency } from './consistency.ts';
import { verifyInclusion } from './inclusion.ts';
import { createMemoryTree, type MemoryTree } from './memory-tree.ts';
import { createTreeHasher, treeHasher } from './tree-hasher.ts';

const sha = (...parts: readonly Uint8Array[]): Uint8Array => sha256(joinBytes(...parts));

/** MTH as RFC 9162 writes it, recursion and all, what ours is compared with. */
const mth = (entries: readonly Uint8Array[]): Uint8Array => {
  const [only] = entries;
  if (only === undefined) return sha();
  if (entries.length === 1) return sha(Uint8Array.of(0), only);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha(Uint8Array.of(1), mth(entries.slice(0, split)), mth(entries.slice(split)));
};

/** PATH as RFC 9162 writes it. */
const path = (index: number, entries: readonly Uint8Array[]): Uint8Array[] => {
  if (entries.length === 1) return [];
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  const [left, right] = [entries.slice(0, split), entries.slice(split)];
  return index < split ? [...path(index, left), mth(right)] : [...path(index - split, right), mth(left)];
};

/** SUBPROOF as RFC 9162 writes it. */
const subproof = (from: number, entries: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (from === entries.length) return whole ? [] : [mth(entries)];
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  const [left, right] = [entries.slice(0, split), entries.slice(split)];
  return from <= split
    ? [...subproof(from, left, whole), mth(right)]
    : [...subproof(from - split, right, false), mth(left)];
};

const entriesOf = (count: number, mark = ''): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => toUtf8(`${mark}leaf ${at}`));
const treeOf = (entries: readonly Uint8Array[]): MemoryTree => {
  const tree = createMemoryTree();
  for (const entry of entries) tree.append(treeHasher.leaf(entry));
  return tree;
};
const hexes = (hashes: readonly Uint8Array[]): string[] => hashes.map(toHex);
const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
const size = fc.integer({ min: 1, max: 600 });

describe('roots', () => {
  test('M01 the empty tree, the empty leaf and a node hash to the known values', () => {
    // `sha256sum` of no byte, and of one zero byte.
    expect(toHex(treeHasher.empty())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(toHex(treeHasher.leaf(new Uint8Array()))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(toHex(treeHasher.node(toUtf8('N123'), toUtf8('N456')))).toBe(
      toHex(sha(Uint8Array.of(1), toUtf8('N123N456'))),
    );
    expect(toHex(createTreeHasher((bytes) => sha(bytes)).leaf(toUtf8('L123456')))).toBe(
      toHex(treeHasher.leaf(toUtf8('L123456'))),
    );
  });

  test('M02 the root of every size equals the recursion of the RFC', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65, 255, 256, 257, 300]) {
      const entries = entriesOf(count);
      expect(toHex(treeOf(entries).root()), `${count} leaves`).toBe(toHex(mth(entries)));
    }
  });

  test('M02 a larger tree still gives the roots of all its prefixes', () => {
    const entries = entriesOf(130);
    const tree = treeOf(entries);
    for (let count = 0; count <= 130; count++) {
      expect(toHex(tree.root(count))).toBe(toHex(mth(entries.slice(0, count))));
    }
  });
});

describe('inclusion', () => {
  test('M03 proofs equal the recursion of the RFC and verify', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, pick) => {
        const entries = entriesOf(count);
        const tree = treeOf(entries);
        const index = pick % count;
        const proof = tree.proveInclusion(index);
        expect(hexes(proof)).toEqual(hexes(path(index, entries)));
        const claim = { index, size: count, leafHash: tree.leafHash(index), proof, root: tree.root() };
        expect(verifyInclusion(claim)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('M04 nothing about a proof can be changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (count, pick, step) => {
        const tree = treeOf(entriesOf(count));
        const index = pick % count;
        const proof = tree.proveInclusion(index);
        const claim = { index, size: count, leafHash: tree.leafHash(index), proof, root: tree.root() };
        const at = step % proof.length;
        const other = (index + 1 + (step % (count - 1))) % count;
        const wrong = [
          { ...claim, proof: proof.map((hash, place) => (place === at ? flipped(hash) : hash)) },
          { ...claim, proof: proof.slice(0, -1) },
          { ...claim, proof: proof.slice(1) },
          { ...claim, proof: [...proof, tree.root()] },
          { ...claim, proof: proof.map((hash) => hash.subarray(1)) },
          { ...claim, index: other },
          { ...claim, index: count },
          { ...claim, index: -1 },
          { ...claim, index: 0.5 },
          { ...claim, leafHash: flipped(claim.leafHash) },
          { ...claim, root: flipped(claim.root) },
        ];
        expect(wrong.map((one) => verifyInclusion(one))).toEqual(wrong.map(() => false));
      }),
      { numRuns: 60 },
    );
    expect(() => treeOf(entriesOf(3)).proveInclusion(3)).toThrow(RangeError);
  });
});

describe('consistency', () => {
  const claimOf = (tree: MemoryTree, from: number) => ({
    from,
    to: tree.size,
    oldRoot: tree.root(from),
    newRoot: tree.root(),
    proof: tree.proveConsistency(from),
  });

  test('M05 proofs equal the recursion of the RFC and verify', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, pick) => {
        const entries = entriesOf(count);
        const tree = treeOf(entries);
        const from = pick % (count + 1);
        const claim = claimOf(tree, from);
        if (from > 0) expect(hexes(claim.proof)).toEqual(hexes(subproof(from, entries, true)));
        expect(verifyConsistency(claim)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('M06 nothing about a proof can be changed, and a fork has none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (count, pick, step) => {
        const tree = treeOf(entriesOf(count));
        const from = 1 + (pick % (count - 1));
        const claim = claimOf(tree, from);
        const at = step % claim.proof.length;
        const fork = treeOf([...entriesOf(from, 'other '), ...entriesOf(count).slice(from)]);
        const wrong = [
          { ...claim, proof: claim.proof.map((hash, place) => (place === at ? flipped(hash) : hash)) },
          { ...claim, proof: claim.proof.slice(0, -1) },
          { ...claim, proof: [...claim.proof, tree.root()] },
          { ...claim, oldRoot: flipped(claim.oldRoot) },
          { ...claim, newRoot: flipped(claim.newRoot) },
          { ...claim, from: claim.to, to: claim.from },
          { ...claim, from: -1 },
          { ...claim, oldRoot: fork.root(from) },
          { ...claimOf(fork, from), oldRoot: tree.root(from) },
        ];
        expect(wrong.map((one) => verifyConsistency(one))).toEqual(wrong.map(() => false));
      }),
      { numRuns: 60 },
    );
    expect(() => treeOf(entriesOf(3)).proveConsistency(4)).toThrow(RangeError);
    const tree = treeOf(entriesOf(4));
    expect(verifyConsistency({ ...claimOf(tree, 4), newRoot: tree.root(3) })).toBe(false);
    expect(verifyConsistency({ ...claimOf(tree, 0), oldRoot: tree.root(1) })).toBe(false);
  });
});
