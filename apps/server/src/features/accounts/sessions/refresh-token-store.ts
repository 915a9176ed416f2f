// The only SQL that writes refresh tokens. Of each only the SHA-256 is stored.
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { hashOfSecret } from '../../../platform/crypto/secret.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import '../accounts-tables.ts';

export const insertRefreshToken = async (
  tx: Transaction,
  { secret, sessionId, now }: { secret: string; sessionId: string; now: Date },
): Promise<void> => {
  await tx
    .insertInto('refresh_token')
    .values({
      secret_hash: hashOfSecret(secret),
      session_id: sessionId,
      created_at: now,
      replaced_at: null,
    })
    .execute();
};

/** Whose it is; nothing is locked. */
export const findSessionOfToken = async (
  db: Pick<Transaction, 'selectFrom'>,
  secret: string,
): Promise<string | undefined> =>
  (
    await db
      .selectFrom('refresh_token')
      .select('session_id')
      .where('secret_hash', '=', hashOfSecret(secret))
      .executeTakeFirst()
  )?.session_id;

/** The open session with its person's state, locked: renewals of one family come one after the other. */
export const lockSession = (tx: Transaction, id: string, now: Date) =>
  tx
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id',
      'session.person_id',
      'session.expires_at',
      'session.second_factor_at',
      'session.last_seen_at',
      'session.carrier',
      'person.disabled_at',
    ])
    .where('session.id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate('session')
    .executeTakeFirst();

/** Undefined where it is still the current one. */
export const findReplacedAt = async (tx: Transaction, secret: string): Promise<Date | undefined> =>
  (
    await tx
      .selectFrom('refresh_token')
      .select('replaced_at')
      .where('secret_hash', '=', hashOfSecret(secret))
      .executeTakeFirst()
  )?.replaced_at ?? undefined;

export const replaceRefreshToken = async (
  tx: Transaction,
  { secret, successor, sessionId, now }: { secret: string; successor: string; sessionId: string; now: Date },
): Promise<void> => {
  await tx
    .updateTable('refresh_token')
    .set({ replaced_at: now })
    .where('secret_hash', '=', hashOfSecret(secret))
    .execute();
  await insertRefreshToken(tx, { secret: successor, sessionId, now });
};

const purpose = 'refresh token';

/**
 * What a token is replaced by follows from it and a key that only the server has: a repeated request gets the same
 * answer, and nothing has to be kept readable for it.
 */
export const successorOf = (keys: KeyRing, secret: string): string =>
  keys.mac(purpose, secret).toString('base64url');

/** The successor that this session has now, where it follows from the given token and was not used itself. */
export const findUnusedSuccessor = async (
  tx: Transaction,
  keys: KeyRing,
  { secret, sessionId }: { secret: string; sessionId: string },
): Promise<string | undefined> => {
  const current = await tx
    .selectFrom('refresh_token')
    .select('secret_hash')
    .where('session_id', '=', sessionId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return keys
    .macs(purpose, secret)
    .map((mac) => mac.toString('base64url'))
    .find((successor) => current?.secret_hash.equals(hashOfSecret(successor)));
};
