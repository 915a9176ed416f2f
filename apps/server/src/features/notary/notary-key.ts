// The key that signs the public log: from the configuration, or made once and kept sealed in the database.
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { err, ok, type Result } from '@comitium/basics';
import { isKeyName, signatureTypes, type VerifierKey } from '@comitium/proof';
import { SealedValueError } from '../../platform/crypto/key-ring.ts';
import type { SealedColumn } from '../../platform/crypto/sealed-store.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLog, insertLog } from './log-store.ts';

export interface NotaryKey {
  /** Its name is the origin of the log. */
  readonly verifier: VerifierKey;
  /** Ed25519, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

const sealPurpose = 'notary signing key';

/** The private key, where it is not the configuration's. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'notary_log',
    column: 'private_key',
    id: { column: 'only_row', type: 'boolean' },
    purpose: sealPurpose,
  },
];
/** RFC 8410: what stands before the seed in a PKCS #8 key of Ed25519. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const seedBytes = 32;

const keyOfSeed = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });

/** The last 32 bytes of the public key's DER form are the key itself. */
const publicBytes = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

/** Begins the log where there is none. The error is a sentence: why the log cannot be signed with what is configured. */
export const openNotaryKey = async (
  tx: Transaction,
  { config, keys }: Pick<Platform, 'config' | 'keys'>,
): Promise<Result<NotaryKey, string>> => {
  const configured = readConfiguredSeed(config.notaryKey);
  if (!configured.ok) return configured;
  const log = (await findLog(tx)) ?? (await beginLog(tx, { config, keys, seed: configured.value }));
  if (config.notaryOrigin !== '' && config.notaryOrigin !== log.origin) {
    return err(`The log was begun as ${log.origin}; COMITIUM_NOTARY_ORIGIN cannot rename it.`);
  }
  if (!isKeyName(log.origin)) return err(`${log.origin} is no name for a log: no spaces, no plus.`);
  if (configured.value === null && log.private_key === null) {
    return err('The log was begun with a key in COMITIUM_NOTARY_KEY; it is missing now.');
  }
  const seed = configured.value ?? openSeed(keys, log.private_key ?? '');
  if (seed === null) return err('The key of the log cannot be opened with the data keys at hand.');
  const key = keyOfSeed(seed);
  const publicKey = publicBytes(key);
  if (!publicKey.equals(log.public_key)) {
    return err('The key at hand is not the one the log was begun with; another key is another log.');
  }
  return ok({
    verifier: { name: log.origin, type: signatureTypes.ed25519, publicKey },
    sign: (message) => sign(null, message, key),
  });
};

const openSeed = (keys: Platform['keys'], sealed: string): Buffer | null => {
  try {
    return Buffer.from(keys.open(sealPurpose, sealed), 'base64');
  } catch (error) {
    if (error instanceof SealedValueError) return null;
    throw error;
  }
};

const readConfiguredSeed = (text: string): Result<Buffer | null, string> => {
  if (text === '') return ok(null);
  const seed = Buffer.from(text, 'base64');
  if (seed.length === seedBytes) return ok(seed);
  return err('COMITIUM_NOTARY_KEY is not 32 bytes in base64.');
};

const beginLog = async (
  tx: Transaction,
  { config, keys, seed }: Pick<Platform, 'config' | 'keys'> & { seed: Buffer | null },
) => {
  const made = seed ?? randomBytes(seedBytes);
  const log = {
    origin: originOf(config),
    public_key: publicBytes(keyOfSeed(made)),
    private_key: seed === null ? keys.seal(sealPurpose, made.toString('base64')) : null,
  };
  await insertLog(tx, log);
  return log;
};

/** C2SP tlog-tiles: one of the log's addresses, without scheme and trailing slash. */
const originOf = ({ notaryOrigin, publicUrl }: Platform['config']): string => {
  if (notaryOrigin !== '') return notaryOrigin;
  const host = URL.parse(publicUrl)?.host ?? 'localhost';
  return `${host}/log`;
};
