import { type Static, Type } from 'typebox';

export const ChannelName = Type.Enum(['sms', 'email', 'push']);

const TextOrNull = Type.Union([Type.String(), Type.Null()]);

/** One message in the local mailbox, which exists only outside production. An SMS has neither subject nor HTML. */
export const MailboxItem = Type.Object({
  id: Type.String(),
  channel: ChannelName,
  /** Phone, e-mail address, or the person's id for push. */
  to: Type.String(),
  subject: TextOrNull,
  text: Type.String(),
  html: TextOrNull,
  deliveredAt: Type.String({ format: 'date-time' }),
});
export type MailboxItem = Static<typeof MailboxItem>;

/** The newest first. */
export const Mailbox = Type.Object({ items: Type.Array(MailboxItem) });
export type Mailbox = Static<typeof Mailbox>;
