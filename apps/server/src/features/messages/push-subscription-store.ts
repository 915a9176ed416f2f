// The browsers that want push messages: the only SQL that writes and reads them.
import { createHash } from 'node:crypto';
import { type UserId, uuidv7 } from '@comitium/basics';
import type { PushSubscriptionBody } from '@comitium/contract';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import './message-tables.ts';

export interface PushSubscription extends PushSubscriptionBody {
  readonly id: string;
}

export const subscriptionPurpose = 'message.push_subscription';

const hashOf = (endpoint: string): Buffer => createHash('sha256').update(endpoint).digest();

/** A browser that somebody else used before is now this person's. */
export const insertPushSubscription = async (
  tx: Transaction,
  { keys, clock }: Pick<Platform, 'keys' | 'clock'>,
  { personId, subscription }: { personId: UserId; subscription: PushSubscriptionBody },
): Promise<void> => {
  const sealed = keys.seal(subscriptionPurpose, JSON.stringify(subscription));
  await tx
    .insertInto('push_subscription')
    .values({
      id: uuidv7(clock.now().getTime()),
      person_id: personId,
      endpoint_hash: hashOf(subscription.endpoint),
      sealed,
    })
    .onConflict((conflict) => conflict.column('endpoint_hash').doUpdateSet({ person_id: personId, sealed }))
    .execute();
};

/** Drops the oldest above so many: nobody has that many browsers. */
export const trimPushSubscriptions = async (
  tx: Transaction,
  personId: UserId,
  most: number,
): Promise<void> => {
  await sql`delete from push_subscription where id in (
    select id from push_subscription where person_id = ${personId} order by id desc offset ${most})`.execute(
    tx,
  );
};

export const listPushSubscriptions = async (
  { db, keys }: Pick<Platform, 'db' | 'keys'>,
  personId: string,
): Promise<PushSubscription[]> => {
  const rows = await db.kysely
    .selectFrom('push_subscription')
    .select(['id', 'sealed'])
    .where('person_id', '=', personId as UserId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, sealed }) => ({
    ...(JSON.parse(keys.open(subscriptionPurpose, sealed)) as PushSubscriptionBody),
    id,
  }));
};

export const deletePushSubscription = async (db: Kysely<DatabaseSchema>, id: string): Promise<void> => {
  await db.deleteFrom('push_subscription').where('id', '=', id).execute();
};

/** Only the person's own. */
export const deleteOwnPushSubscription = async (
  tx: Transaction,
  personId: UserId,
  endpoint: string,
): Promise<void> => {
  await tx
    .deleteFrom('push_subscription')
    .where('person_id', '=', personId)
    .where('endpoint_hash', '=', hashOf(endpoint))
    .execute();
};
