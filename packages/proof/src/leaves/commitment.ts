import { sha256 } from '@noble/hashes/sha2.js';
import { joinBytes } from '../encoding/bytes.ts';
import { fromHex, toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';

/** Bytes of a salt: whoever does not have it cannot try out what a commitment hides. */
export const saltSize = 16;

/** What a commitment is SHA-256 of: the salt, then the text. A server with a faster hash takes this and hashes itself. */
export const committedBytes = (salt: Uint8Array, text: string): Uint8Array => {
  if (salt.length !== saltSize) throw new RangeError(`a salt has ${saltSize} bytes, not ${salt.length}`);
  return joinBytes(salt, toUtf8(text));
};

/** Commits to a text without telling it, in hex. */
export const commitTo = (salt: Uint8Array, text: string): string => toHex(sha256(committedBytes(salt, text)));

/** What opens a commitment. */
export interface Opening {
  readonly text: string;
  /** 16 bytes in hex. */
  readonly salt: string;
}

export const opensCommitment = (commitment: string, { text, salt }: Opening): boolean => {
  const bytes = fromHex(salt);
  return bytes !== null && bytes.length === saltSize && commitTo(bytes, text) === commitment;
};
