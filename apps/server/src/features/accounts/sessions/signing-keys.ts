// The keys of access tokens, shared by all processes through the database, where the private part lies sealed. A new
// key is known to everybody before it signs, and an old one goes on verifying until its last token is over.
import { createHash } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importPKCS8,
  importSPKI,
} from 'jose';
import { sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import type { Platform } from '../../../platform/platform.ts';
import '../accounts-tables.ts';

export const tokenAlgorithm = 'EdDSA';

export interface SigningKeys {
  /** The one that signs now. */
  current(): Promise<{ readonly id: string; readonly privateKey: CryptoKey }>;
  /** The public part, null for a key that was never made or has retired. */
  find(id: string): Promise<CryptoKey | null>;
  /** The public parts of all that sign, signed or will sign, as JSON Web Keys. */
  list(): Promise<Record<string, string>[]>;
  /** Makes the next key where the newest has signed for so long; true where it made one. */
  rotate(afterMs: number): Promise<boolean>;
}

interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly signsFromMs: number;
}

interface Ring {
  /** The newest first. */
  readonly signing: readonly SigningKey[];
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  readonly readAtMs: number;
}

/** Tokens with made-up key ids must not cost a query each. */
const leastAgeMs = 1_000;
/** Every process looks again that often, and a new key waits longer than that before it signs. */
const longestAgeMs = 5 * 60_000;
export const publishedBeforeMs = 60 * 60_000;
/** How long an old key verifies after the last token that it signed is over. */
const overlapMs = 60 * 60_000;

export const signingKeyPurpose = 'signing key';

type Tools = Pick<Platform, 'db' | 'clock' | 'keys' | 'config'>;

export const createSigningKeys = (platform: Tools): SigningKeys => {
  const { db, clock, keys } = platform;
  let ring: Promise<Ring> | undefined;
  const read = (): Promise<Ring> => {
    const reading = inTransaction(db, (tx) => readRing(tx, keys, clock.now()));
    ring = reading;
    reading.catch(() => {
      if (ring === reading) ring = undefined;
    });
    return reading;
  };
  const young = async (): Promise<Ring> => {
    const known = await (ring ?? read());
    return clock.now().getTime() - known.readAtMs < longestAgeMs ? known : read();
  };
  return {
    current: async () => {
      const { signing } = await young();
      const now = clock.now().getTime();
      // Where the clock of the process that made the first one runs ahead of ours, that one signs all the same.
      const key = signing.find(({ signsFromMs }) => signsFromMs <= now) ?? signing.at(-1);
      if (key === undefined) throw new Error('there is no signing key');
      return key;
    },
    find: async (id) => {
      const known = await (ring ?? read());
      const key = known.verifying.get(id);
      if (key !== undefined) return key;
      if (clock.now().getTime() - known.readAtMs < leastAgeMs) return null;
      return (await read()).verifying.get(id) ?? null;
    },
    list: async () => {
      const { verifying } = await young();
      return Promise.all(
        [...verifying].map(async ([kid, key]) => {
          const { kty = '', crv = '', x = '' } = await exportJWK(key);
          return { kid, kty, crv, x, alg: tokenAlgorithm, use: 'sig' };
        }),
      );
    },
    rotate: async (afterMs) => {
      const made = await inTransaction(db, (tx) => makeNext(tx, platform, afterMs));
      if (made) ring = undefined;
      return made;
    },
  };
};

const listKeys = (tx: Transaction, now: Date) =>
  tx
    .selectFrom('signing_key')
    .selectAll()
    .where((is) => is.or([is('retires_at', 'is', null), is('retires_at', '>', now)]))
    .orderBy('signs_from', 'desc')
    .execute();

/** Processes that start together, or rotate together, must not make one each. */
const lockKeys = (tx: Transaction) =>
  sql`select pg_advisory_xact_lock(hashtextextended('comitium signing key', 0))`.execute(tx);

const makeNext = async (
  tx: Transaction,
  { clock, config, keys }: Tools,
  afterMs: number,
): Promise<boolean> => {
  await lockKeys(tx);
  const now = clock.now();
  const [newest] = await tx
    .selectFrom('signing_key')
    .select(['id', 'signs_from'])
    .where('retires_at', 'is', null)
    .orderBy('signs_from', 'desc')
    .execute();
  if (newest === undefined || now.getTime() - newest.signs_from.getTime() < afterMs) return false;
  const signsFrom = new Date(now.getTime() + publishedBeforeMs);
  await insertKey(tx, keys, { now, signsFrom });
  // A process that has not looked again signs with the old one a little longer.
  const retiresAt = new Date(signsFrom.getTime() + config.tokenLifetime * 1000 + overlapMs);
  await tx.updateTable('signing_key').set({ retires_at: retiresAt }).where('id', '=', newest.id).execute();
  return true;
};

const readRing = async (tx: Transaction, keys: KeyRing, now: Date): Promise<Ring> => {
  let rows = await listKeys(tx, now);
  if (!rows.some((row) => row.retires_at === null)) {
    await lockKeys(tx);
    rows = await listKeys(tx, now);
    if (!rows.some((row) => row.retires_at === null)) await insertKey(tx, keys, { now, signsFrom: now });
    rows = await listKeys(tx, now);
  }
  const verifying = new Map<string, CryptoKey>();
  const signing: SigningKey[] = [];
  for (const row of rows) {
    verifying.set(row.id, await importSPKI(row.public_pem, tokenAlgorithm, { extractable: true }));
    const privateKey = await importPKCS8(keys.open(signingKeyPurpose, row.private_sealed), tokenAlgorithm);
    signing.push({ id: row.id, privateKey, signsFromMs: row.signs_from.getTime() });
  }
  return { signing, verifying, readAtMs: now.getTime() };
};

const insertKey = async (
  tx: Transaction,
  keys: KeyRing,
  { now, signsFrom }: { now: Date; signsFrom: Date },
): Promise<void> => {
  const { privateKey, publicKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const publicPem = await exportSPKI(publicKey);
  await tx
    .insertInto('signing_key')
    .values({
      id: createHash('sha256').update(publicPem).digest('base64url').slice(0, 16),
      private_sealed: keys.seal(signingKeyPurpose, await exportPKCS8(privateKey)),
      public_pem: publicPem,
      retires_at: null,
      created_at: now,
      signs_from: signsFrom,
    })
    .execute();
};
