// What this room holds about a person: addresses and contents of messages until they are erased, and browsers.
import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PersonalData } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { listPushSubscriptions } from './push-subscription-store.ts';
import { openContent } from './sealed-content.ts';
import './message-tables.ts';

export const personalDataOf = (platform: Platform): PersonalData => ({
  collect: async (personId) => ({
    messages: await collectMessages(platform, personId),
    // The rest of the address is a secret of browser and service.
    pushServices: (await listPushSubscriptions(platform, personId)).map(
      ({ endpoint }) => new URL(endpoint).origin,
    ),
  }),
  erase,
});

/** Codes and links stay out: an export that lies around must not open the account. */
const collectMessages = async ({ db, keys }: Platform, personId: UserId) => {
  const rows = await db.kysely
    .selectFrom('message')
    .select(['channel', 'template', 'language', 'state', 'sealed', 'created_at', 'settled_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(({ sealed, created_at, settled_at, ...row }) => ({
    ...row,
    to: sealed === null ? null : openContent(keys, sealed).to,
    createdAt: created_at.toISOString(),
    settledAt: settled_at?.toISOString() ?? null,
  }));
};

/** Also of messages still waiting, which then end. What must yet reach the person is sent with `personId: null`. */
const erase = async (tx: Transaction, personId: UserId): Promise<void> => {
  await tx.deleteFrom('push_subscription').where('person_id', '=', personId).execute();
  await tx
    .updateTable('message')
    .set({ sealed: null, person_id: null })
    .where('person_id', '=', personId)
    .execute();
};
