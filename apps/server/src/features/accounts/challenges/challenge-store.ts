// The only SQL that writes challenges.
import { timingSafeEqual } from 'node:crypto';
import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Identity } from '../identities/identity.ts';
import { purposeOf } from '../identities/identity-store.ts';
import { type ChallengePurpose, mostTries } from './challenge.ts';
import '../accounts-tables.ts';

export const challengePurpose = 'challenge';
const secretPurpose = 'challenge secret';

/** Only a keyed hash of the secret is stored, bound to its challenge. */
export const macOfSecret = (keys: KeyRing, id: string, secret: string): Buffer =>
  keys.mac(secretPurpose, `${id}:${secret}`);

export type ChallengeRow = Selectable<DatabaseSchema['challenge']>;

export const insertChallenge = async (
  tx: Transaction,
  row: Omit<ChallengeRow, 'tries' | 'burnt_at'>,
): Promise<void> => {
  await tx
    .insertInto('challenge')
    .values({ ...row, burnt_at: null })
    .execute();
};

export interface SecretTry {
  readonly id: string;
  readonly purposes: readonly ChallengePurpose[];
  readonly secret: string;
  readonly now: Date;
  /** Burns it where the secret is right; otherwise burnChallenge does that later. */
  readonly burn: boolean;
}

/** The challenge whose secret this is, or how many tries are left; a wrong one counts. Run it in its own commit. */
export const trySecret = async (
  tx: Transaction,
  keys: KeyRing,
  { id, purposes, secret, now, burn }: SecretTry,
): Promise<Result<ChallengeRow, number>> => {
  const row = isUuid(id) ? await lockLive(tx, id, now) : undefined;
  if (row === undefined || !purposes.some((purpose) => purpose === row.purpose)) return err(0);
  const right = keys
    .macs(secretPurpose, `${id}:${secret}`)
    .map((mac) => timingSafeEqual(mac, row.secret_mac))
    .some((equal) => equal);
  if (!right) return err(await countTry(tx, row, now));
  if (burn) await burnChallenge(tx, id, now);
  return ok(row);
};

/** One at a time, so that tries that come together count apart. */
const lockLive = (tx: Transaction, id: string, now: Date): Promise<ChallengeRow | undefined> =>
  tx
    .selectFrom('challenge')
    .selectAll()
    .where('id', '=', id)
    .where('burnt_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();

/** How many are left. */
export const countTry = async (
  tx: Transaction,
  { id }: Pick<ChallengeRow, 'id'>,
  now: Date,
): Promise<number> => {
  const row = await tx
    .updateTable('challenge')
    .set({
      tries: sql`tries + 1`,
      burnt_at: sql`case when tries + 1 >= ${mostTries} then ${now}::timestamptz end`,
    })
    .where('id', '=', id)
    .where('burnt_at', 'is', null)
    .returning('tries')
    .executeTakeFirst();
  return Math.max(0, mostTries - (row?.tries ?? mostTries));
};

/** False where it was burnt meanwhile. */
export const burnChallenge = async (tx: Transaction, id: string, now: Date): Promise<boolean> => {
  const burnt = await tx
    .updateTable('challenge')
    .set({ burnt_at: now })
    .where('id', '=', id)
    .where('burnt_at', 'is', null)
    .returning('id')
    .execute();
  return burnt.length > 0;
};

export const burnChallengesOf = async (tx: Transaction, personId: UserId, now: Date): Promise<void> => {
  await tx
    .updateTable('challenge')
    .set({ burnt_at: now })
    .where('person_id', '=', personId)
    .where('burnt_at', 'is', null)
    .execute();
};

/** Gives a challenge that was held back its person and its secret. False where that happened before. */
export const updateChallengeSecret = async (
  tx: Transaction,
  { id, personId, secretMac }: { id: string; personId: UserId; secretMac: Buffer },
): Promise<boolean> => {
  const updated = await tx
    .updateTable('challenge')
    .set({ person_id: personId, secret_mac: secretMac })
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .where('burnt_at', 'is', null)
    .returning('id')
    .execute();
  return updated.length > 0;
};

/** What was sent there still counts for the limits; what it was about is gone. */
export const emptyChallengesTo = async (
  tx: Transaction,
  keys: KeyRing,
  identities: readonly Identity[],
): Promise<void> => {
  const macs = identities.flatMap(({ kind, value }) => keys.macs(purposeOf(kind), value));
  if (macs.length === 0) return;
  await tx
    .updateTable('challenge')
    .set((is) => ({ sealed: '', burnt_at: is.fn.coalesce('burnt_at', 'created_at') }))
    .where('target_mac', 'in', macs)
    .execute();
};
