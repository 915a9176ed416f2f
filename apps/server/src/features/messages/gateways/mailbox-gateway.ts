import type { Platform } from '../../../platform/platform.ts';
import { insertMailboxItem } from '../mailbox-store.ts';
import type { Channel } from '../message.ts';
import type { EmailContent, PushContent } from '../templates/render-message.ts';
import type { Gateway, Gateways, Parcel } from './gateway.ts';

/** Outside production: what would leave the house lies in a mailbox that people and tests read. */
export const mailboxGateways = (platform: Platform): Gateways => {
  const into = <Content>(
    channel: Channel,
    read: (content: Content) => Partial<EmailContent> & { text: string },
  ): Gateway<Content> => ({
    name: 'mailbox',
    repeatable: true,
    deliver: async ({ id, to, content }: Parcel<Content>) => {
      const { subject = null, text, html = null } = read(content);
      await insertMailboxItem(platform, { id, channel, to, subject, text, html });
      return { kind: 'accepted', reference: null };
    },
  });
  return {
    sms: into('sms', (text: string) => ({ text })),
    email: into('email', (content: EmailContent) => content),
    push: into('push', ({ title, body, link }: PushContent) => ({
      subject: title,
      text: link === null ? body : `${body}\n\n${link}`,
    })),
  };
};
