import { getPublicKey, hashes, sign, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

hashes.sha512 = sha512;

/** The part of WebCrypto that is used; older browsers, and pages without TLS, do without. */
interface Subtle {
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: readonly ['verify'],
  ): Promise<unknown>;
  verify(algorithm: 'Ed25519', key: unknown, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
}

export interface Signed {
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/** Whether the signature is the key's, by the platform's own Ed25519 where it has one. Never throws. */
export const verifyEd25519 = async (signed: Signed): Promise<boolean> => {
  if (signed.publicKey.length !== 32 || signed.signature.length !== 64) return false;
  const native = await verifyNatively(signed);
  return native ?? verifyEd25519InScript(signed);
};

const verifyNatively = async ({ publicKey, message, signature }: Signed): Promise<boolean | null> => {
  const subtle = (globalThis as unknown as { crypto?: { subtle?: Subtle } }).crypto?.subtle;
  if (subtle === undefined) return null;
  try {
    const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, signature, message);
  } catch {
    // The browser does not know Ed25519, or takes the key for none: the script judges.
    return null;
  }
};

export const verifyEd25519InScript = ({ publicKey, message, signature }: Signed): boolean => {
  try {
    // As RFC 8032 and the platforms have it; the library's own default takes some keys that they refuse.
    return verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};

/** A signature by a 32-byte seed: for witnesses and tests; servers sign with what their platform has. */
export const signEd25519 = (seed: Uint8Array, message: Uint8Array): Uint8Array => sign(message, seed);

/** The public key of a 32-byte seed. */
export const ed25519PublicKey = (seed: Uint8Array): Uint8Array => getPublicKey(seed);
