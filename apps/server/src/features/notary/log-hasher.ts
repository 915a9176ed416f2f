import { hash } from 'node:crypto';
import { createTreeHasher } from '@comitium/proof';

/** The hash of an entry, a leaf of the tree (RFC 9162 §2.1.1), made of its text without a copy of its bytes. */
export const entryHash = (entry: string): Buffer => hash('sha256', `\0${entry}`, 'buffer');

/** The log's hashing with Node's own SHA-256, which is twice as fast as one in script. */
export const logHasher = createTreeHasher((bytes) => hash('sha256', bytes, 'buffer'));
