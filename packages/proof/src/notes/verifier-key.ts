import { err, ok, type Result } from '@comitium/basics';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '../encoding/base64.ts';
import { joinBytes, sameBytes } from '../encoding/bytes.ts';
import { fromHex, toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';

/** Signature types of C2SP signed-note that are understood here. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** Whose signatures are believed: a name, a type and an Ed25519 public key. */
export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** SHA-256(name ‖ newline ‖ type ‖ public key), its first four bytes. */
export const keyIdOf = ({ name, type, publicKey }: VerifierKey): Uint8Array =>
  sha256(joinBytes(toUtf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4);

/** Names that a signature line can carry: no white space, no plus. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+\p{C}]/u.test(name);

/** `<name>+<key id in hex>+<base64 of type and public key>`. */
export const writeVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${toHex(keyIdOf(key))}+${toBase64(joinBytes(Uint8Array.of(key.type), key.publicKey))}`;

/** The error says in a sentence what is wrong with the text. */
export const readVerifierKey = (text: string): Result<VerifierKey, string> => {
  const [, name, id, encoded] = /^([^+]*)\+([^+]*)\+(.*)$/.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || id === undefined || bytes === null)
    return err('A verifier key has the form name+key id+key.');
  if (!isKeyName(name)) return err('The name of a key has no white space.');
  const type = Object.values(signatureTypes).find((one) => one === bytes[0]);
  if (type === undefined) return err(`Keys of type ${bytes[0] ?? 'none'} are not understood.`);
  if (bytes.length !== 33) return err('An Ed25519 key has 32 bytes.');
  const key = { name, type, publicKey: bytes.slice(1) };
  if (!sameBytes(fromHex(id) ?? new Uint8Array(), keyIdOf(key)))
    return err('The key id is not that of the key.');
  return ok(key);
};

/** The same key as it signs with another type: a log's own time stamp is by its key, as a cosignature. */
export const asType = (key: VerifierKey, type: SignatureType): VerifierKey => ({ ...key, type });
