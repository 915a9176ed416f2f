// The local mailbox outside production: the only SQL that writes and reads it.
import type { MailboxItem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import './message-tables.ts';

type MailboxTools = Pick<Platform, 'db' | 'keys' | 'clock'>;
type MailboxContent = Pick<MailboxItem, 'to' | 'subject' | 'text' | 'html'>;

export const mailboxPurpose = 'message.mailbox';
const mostItems = 500;

/** A second delivery of the same message changes nothing. Only the newest items are kept. */
export const insertMailboxItem = async (
  { db, keys, clock }: MailboxTools,
  item: Omit<MailboxItem, 'deliveredAt'>,
): Promise<void> => {
  const { id, channel, to, subject, text, html } = item;
  const content: MailboxContent = { to, subject, text, html };
  await db.kysely
    .insertInto('mailbox_item')
    .values({
      id,
      channel,
      sealed: keys.seal(mailboxPurpose, JSON.stringify(content)),
      delivered_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await sql`delete from mailbox_item where id in (
    select id from mailbox_item order by delivered_at desc, id desc offset ${mostItems})`.execute(db.kysely);
};

/** The newest first. */
export const listMailboxItems = async ({ db, keys }: MailboxTools, limit: number): Promise<MailboxItem[]> => {
  const rows = await db.kysely
    .selectFrom('mailbox_item')
    .selectAll()
    .orderBy('delivered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, channel, sealed, delivered_at }) => ({
    id,
    channel,
    deliveredAt: delivered_at.toISOString(),
    ...(JSON.parse(keys.open(mailboxPurpose, sealed)) as MailboxContent),
  }));
};
