// The keys of access tokens, shared by all processes through the database, where the private part lies sealed.
import { createHash } from 'node:crypto';
import { type CryptoKey, exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from 'jose';
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
}

interface Ring {
  readonly signing: { readonly id: string; readonly privateKey: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  readonly readAtMs: number;
}

/** Tokens with made-up key ids must not cost a query each. */
const leastAgeMs = 1_000;

export const signingKeyPurpose = 'signing key';

export const createSigningKeys = ({
  db,
  clock,
  keys,
}: Pick<Platform, 'db' | 'clock' | 'keys'>): SigningKeys => {
  let ring: Promise<Ring> | undefined;
  const read = (): Promise<Ring> => {
    const reading = inTransaction(db, (tx) => readRing(tx, keys, clock.now()));
    ring = reading;
    reading.catch(() => {
      if (ring === reading) ring = undefined;
    });
    return reading;
  };
  return {
    current: async () => (await (ring ?? read())).signing,
    find: async (id) => {
      const known = await (ring ?? read());
      const key = known.verifying.get(id);
      if (key !== undefined) return key;
      if (clock.now().getTime() - known.readAtMs < leastAgeMs) return null;
      return (await read()).verifying.get(id) ?? null;
    },
  };
};

const listKeys = (tx: Transaction, now: Date) =>
  tx
    .selectFrom('signing_key')
    .selectAll()
    .where((is) => is.or([is('retires_at', 'is', null), is('retires_at', '>', now)]))
    .orderBy('created_at', 'desc')
    .execute();

const readRing = async (tx: Transaction, keys: KeyRing, now: Date): Promise<Ring> => {
  let rows = await listKeys(tx, now);
  if (!rows.some((row) => row.retires_at === null)) {
    // Processes that start together must not make one each.
    await sql`select pg_advisory_xact_lock(hashtextextended('comitium signing key', 0))`.execute(tx);
    rows = await listKeys(tx, now);
    if (!rows.some((row) => row.retires_at === null)) await insertKey(tx, keys);
    rows = await listKeys(tx, now);
  }
  const newest = rows.find((row) => row.retires_at === null);
  if (newest === undefined) throw new Error('there is no signing key');
  const verifying = new Map<string, CryptoKey>();
  for (const row of rows) verifying.set(row.id, await importSPKI(row.public_pem, tokenAlgorithm));
  const privateKey = await importPKCS8(keys.open(signingKeyPurpose, newest.private_sealed), tokenAlgorithm);
  return { signing: { id: newest.id, privateKey }, verifying, readAtMs: now.getTime() };
};

const insertKey = async (tx: Transaction, keys: KeyRing): Promise<void> => {
  const { privateKey, publicKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const publicPem = await exportSPKI(publicKey);
  await tx
    .insertInto('signing_key')
    .values({
      id: createHash('sha256').update(publicPem).digest('base64url').slice(0, 16),
      private_sealed: keys.seal(signingKeyPurpose, await exportPKCS8(privateKey)),
      public_pem: publicPem,
      retires_at: null,
    })
    .execute();
};
