// Encrypts personal data and secrets at rest, and makes them findable without being readable: AES-256-GCM beside a
// keyed HMAC. Every value names the key it was made with, so that keys can change while the program runs.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { DataKey } from './read-data-keys.ts';

export interface KeyRing {
  /** Encrypts text with the current key (AES-256-GCM), bound to its purpose: `<keyId>.<iv>.<ciphertext+tag>` in base64url. */
  seal(purpose: string, plain: string): string;
  /** The text again; throws when the key is unknown or the value was changed or has another purpose. */
  open(purpose: string, sealed: string): string;
  /** Keyed HMAC-SHA-256 for equality, 32 bytes, under the current key. */
  mac(purpose: string, value: string): Buffer;
  /** The same under every key that is still accepted, current first (for look-ups while keys rotate). */
  macs(purpose: string, value: string): readonly Buffer[];
  readonly currentKeyId: string;
  readonly keyIds: readonly string[];
}

/** A sealed value that cannot be opened; the message never holds the value. */
export class SealedValueError extends Error {
  override readonly name = 'SealedValueError';
}

interface DerivedKey {
  readonly id: string;
  readonly sealing: Buffer;
  readonly macing: Buffer;
}

// NIST SP 800-38D: 96 random bits as IV are safe for 2^32 values under one key.
const ivBytes = 12;
const tagBytes = 16;

/** Sealing and MACs never share key material (RFC 5869). */
const derive = ({ id, key }: DataKey): DerivedKey => {
  const part = (info: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', info, 32));
  return { id, sealing: part('comitium seal 1'), macing: part('comitium mac 1') };
};

/** The first key is the current one; the others are accepted until nothing needs them any more. */
export const createKeyRing = (keys: readonly DataKey[]): KeyRing => {
  const derived = keys.map(derive);
  const current = derived[0];
  if (current === undefined) throw new Error('a key ring needs a key');
  return {
    currentKeyId: current.id,
    keyIds: derived.map(({ id }) => id),
    seal: (purpose, plain) => seal(current, purpose, plain),
    open: (purpose, sealed) => {
      const id = keyIdOf(sealed);
      const key = derived.find((one) => one.id === id);
      if (key === undefined)
        throw new SealedValueError(`a value needs the data key ${id}, which is not given`);
      return open(key, purpose, sealed);
    },
    mac: (purpose, value) => mac(current, purpose, value),
    macs: (purpose, value) => derived.map((key) => mac(key, purpose, value)),
  };
};

/** The key a value was sealed with. */
export const keyIdOf = (sealed: string): string => sealed.slice(0, Math.max(0, sealed.indexOf('.')));

const seal = ({ id, sealing }: DerivedKey, purpose: string, plain: string): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${iv.toString('base64url')}.${sealed.toString('base64url')}`;
};

const open = ({ sealing }: DerivedKey, purpose: string, sealed: string): string => {
  const [, iv = '', rest = ''] = sealed.split('.');
  const bytes = Buffer.from(rest, 'base64url');
  const nonce = Buffer.from(iv, 'base64url');
  if (nonce.length !== ivBytes || bytes.length < tagBytes)
    throw new SealedValueError('a sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', sealing, nonce)
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-tagBytes));
  const plain = decipher.update(bytes.subarray(0, -tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    throw new SealedValueError(`a value sealed for ${purpose} was changed, or was sealed for something else`);
  }
};

/** A purpose holds no U+0000, so that no two pairs of purpose and value run together. */
const mac = ({ macing }: DerivedKey, purpose: string, value: string): Buffer =>
  createHmac('sha256', macing).update(`${purpose}\u0000${value}`).digest();
