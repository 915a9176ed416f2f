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

const visible = '^[\\x21-\\x7e]+$';

/** What a browser's PushSubscription says as JSON; the keys are base64url (RFC 8291). */
export const PushSubscriptionBody = Type.Object(
  {
    endpoint: Type.String({ minLength: 10, maxLength: 1000, pattern: visible }),
    keys: Type.Object(
      {
        p256dh: Type.String({ pattern: '^[\\w-]{87}=?$' }),
        auth: Type.String({ pattern: '^[\\w-]{22}(==)?$' }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type PushSubscriptionBody = Static<typeof PushSubscriptionBody>;

export const EndPushBody = Type.Object(
  { endpoint: Type.String({ minLength: 10, maxLength: 1000, pattern: visible }) },
  { additionalProperties: false },
);

/** `publicKey` is what a browser subscribes with, base64url; null where this installation sends no push messages. */
export const PushKey = Type.Object({ publicKey: TextOrNull });

/** A message that waits for an administrator. `to` is masked; `reason` is a code such as `smtp_550`. */
export const DeadLetter = Type.Object({
  id: Type.String(),
  channel: ChannelName,
  template: Type.String(),
  to: Type.String(),
  personId: TextOrNull,
  reason: Type.String(),
  attempts: Type.Integer(),
  /** The person may have it already: whoever retries may send it twice. */
  perhapsDelivered: Type.Boolean(),
  /** Too late to be sent: it can only be discarded. */
  expired: Type.Boolean(),
  createdAt: Type.String({ format: 'date-time' }),
  failedAt: Type.String({ format: 'date-time' }),
});
export type DeadLetter = Static<typeof DeadLetter>;

const ReasonText = Type.String({ minLength: 3, maxLength: 500, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });

/** Why an administrator decides so; it stays in the ledger. */
export const DeadLetterBody = Type.Object({ reason: ReasonText }, { additionalProperties: false });
