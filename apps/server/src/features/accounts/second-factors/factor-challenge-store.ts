// The only SQL that writes challenges of factors. The client holds a secret, the row only its SHA-256.
import type { UserId } from '@comitium/basics';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { hashOfSecret, randomSecret } from '../../../platform/crypto/secret.ts';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { ChallengePurpose } from './factor-tables.ts';
import './factor-tables.ts';

/** Wrong answers until a challenge is over. */
export const mostTries = 5;
export const challengeLifeMs = 5 * 60_000;

export type ChallengeRow = Selectable<DatabaseSchema['factor_challenge']>;

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly personId: UserId | null;
  readonly sessionId: string | null;
  readonly method: ChallengeRow['method'];
  readonly webauthnChallenge: string | null;
  readonly knownDevice: boolean;
}

export interface IssuedFactorChallenge {
  readonly secret: string;
  readonly expiresAt: Date;
}

export const insertChallenge = async (
  tx: Pick<Transaction, 'insertInto'>,
  challenge: NewChallenge,
  now: Date,
): Promise<IssuedFactorChallenge> => {
  const secret = randomSecret();
  const expiresAt = new Date(now.getTime() + challengeLifeMs);
  await tx
    .insertInto('factor_challenge')
    .values({
      secret_hash: hashOfSecret(secret),
      purpose: challenge.purpose,
      person_id: challenge.personId,
      session_id: challenge.sessionId,
      method: challenge.method,
      webauthn_challenge: challenge.webauthnChallenge,
      known_device: challenge.knownDevice,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { secret, expiresAt };
};

/** The challenge while it can still be answered, locked, so that two answers come one after the other. */
export const lockChallenge = (
  tx: Transaction,
  secret: string,
  { purposes, now }: { purposes: readonly ChallengePurpose[]; now: Date },
): Promise<ChallengeRow | undefined> =>
  tx
    .selectFrom('factor_challenge')
    .selectAll()
    .where('secret_hash', '=', hashOfSecret(secret))
    .where('purpose', 'in', [...purposes])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .forUpdate()
    .executeTakeFirst();

export const updateChallengeUsed = async (
  tx: Transaction,
  { secret_hash }: Pick<ChallengeRow, 'secret_hash'>,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('factor_challenge')
    .set({ used_at: now, webauthn_challenge: null })
    .where('secret_hash', '=', secret_hash)
    .execute();
};

/** Sign-ins that wait for a second factor; their first one may be known to somebody else. */
export const endUnfinishedSignIns = async (tx: Transaction, personId: UserId, now: Date): Promise<void> => {
  await tx
    .updateTable('factor_challenge')
    .set({ used_at: now, webauthn_challenge: null })
    .where('person_id', '=', personId)
    .where('purpose', '=', 'sign_in')
    .where('used_at', 'is', null)
    .execute();
};

/** A wrong answer; what a passkey was asked is never asked twice. */
export const updateChallengeTried = async (
  tx: Transaction,
  { secret_hash }: Pick<ChallengeRow, 'secret_hash'>,
): Promise<number> => {
  const row = await tx
    .updateTable('factor_challenge')
    .set({ tries: sql`tries + 1`, webauthn_challenge: null })
    .where('secret_hash', '=', secret_hash)
    .returning('tries')
    .executeTakeFirst();
  return Math.max(0, mostTries - (row?.tries ?? mostTries));
};

export const updateWebauthnChallenge = async (
  tx: Transaction,
  { secret_hash }: Pick<ChallengeRow, 'secret_hash'>,
  webauthnChallenge: string,
): Promise<void> => {
  await tx
    .updateTable('factor_challenge')
    .set({ webauthn_challenge: webauthnChallenge })
    .where('secret_hash', '=', secret_hash)
    .execute();
};

/**
 * Wrong answers for this person since `since`, from devices of his own or from all others: strangers who know the
 * password must neither guess codes without end nor keep him out. Tries of one person come one after the other.
 */
export const countTries = async (
  tx: Transaction,
  { personId, knownDevice, since }: { personId: UserId; knownDevice: boolean; since: Date },
): Promise<number> => {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  const row = await tx
    .selectFrom('factor_challenge')
    .select(sql<number>`coalesce(sum(tries), 0)::int`.as('tries'))
    .where('person_id', '=', personId)
    .where('known_device', '=', knownDevice)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.tries;
};
