import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes of a SHA-256 hash. */
export const hashSize = 32;

/** How leaves and nodes are hashed (RFC 9162 §2.1.1). The prefix keeps a node from being passed off as a leaf. */
export interface TreeHasher {
  /** SHA-256(0x00 ‖ entry). */
  leaf(entry: Uint8Array): Uint8Array;
  /** SHA-256(0x01 ‖ left ‖ right). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** The root of a tree without leaves: SHA-256 of nothing. */
  empty(): Uint8Array;
}

type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A program that has a faster SHA-256 than this package brings gives it here. */
export const createTreeHasher = (hash: Sha256): TreeHasher => ({
  leaf: (entry) => {
    const bytes = new Uint8Array(1 + entry.length);
    bytes.set(entry, 1);
    return hash(bytes);
  },
  node: (left, right) => {
    const bytes = new Uint8Array(1 + left.length + right.length);
    bytes[0] = 1;
    bytes.set(left, 1);
    bytes.set(right, 1 + left.length);
    return hash(bytes);
  },
  empty: () => hash(new Uint8Array()),
});

export const treeHasher: TreeHasher = createTreeHasher(sha256);
