import type { SealedColumn } from '../../platform/crypto/sealed-store.ts';
import { mailboxPurpose } from './mailbox-store.ts';
import { subscriptionPurpose } from './push-subscription-store.ts';
import { contentPurpose } from './sealed-content.ts';

const id = { column: 'id', type: 'uuid' } as const;

/** What this feature keeps encrypted. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'message', column: 'sealed', id, purpose: contentPurpose },
  { table: 'mailbox_item', column: 'sealed', id, purpose: mailboxPurpose },
  { table: 'push_subscription', column: 'sealed', id, purpose: subscriptionPurpose },
];
