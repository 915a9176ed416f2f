import type { UserId } from '@comitium/basics';
import type { Language } from '@comitium/contract';
import type { Generated } from 'kysely';
import type { Channel, MessageState } from './message.ts';
import type { MessageTemplate } from './templates/message-templates.ts';

interface MessageTable {
  id: string;
  key: string;
  channel: Channel;
  template: MessageTemplate;
  language: Language;
  person_id: UserId | null;
  /** Address and values under the key ring; null once erased. */
  sealed: string | null;
  state: Generated<MessageState>;
  attempts: Generated<number>;
  claimed_at: Date | null;
  reason: string | null;
  gateway: string | null;
  /** The gateway's own name for it. */
  reference: string | null;
  expires_at: Date;
  created_at: Generated<Date>;
  settled_at: Date | null;
}

interface MailboxItemTable {
  /** That of the message, so that a repeated delivery is one item. */
  id: string;
  channel: Channel;
  sealed: string;
  delivered_at: Date;
}

interface PushSubscriptionTable {
  id: string;
  person_id: UserId;
  endpoint_hash: Buffer;
  sealed: string;
  created_at: Generated<Date>;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    message: MessageTable;
    mailbox_item: MailboxItemTable;
    push_subscription: PushSubscriptionTable;
  }
}
