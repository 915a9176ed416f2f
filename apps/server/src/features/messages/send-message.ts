import { type UserId, uuidv7 } from '@comitium/basics';
import type { Language } from '@comitium/contract';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import type { Channel } from './message.ts';
import { insertMessage } from './message-store.ts';
import { type MessageContent, sealContent } from './sealed-content.ts';
import { type MessageTemplate, messageTemplates } from './templates/message-templates.ts';
import { checkValues } from './templates/render-message.ts';

export interface OutgoingMessage {
  readonly channel: Channel;
  /** Phone in E.164, e-mail address, or the person's id for push. */
  readonly to: string;
  readonly template: MessageTemplate;
  /** All that the template names; see messageTemplates. */
  readonly values: MessageContent['values'];
  readonly language: Language;
  /** One key, one message: sent at most once whatever happens. It is stored as it is, so it names nobody. */
  readonly key: string;
  readonly personId: UserId | null;
  /** Never sent later than this; without it, the life of the template counts. */
  readonly expiresAt?: Date;
}

/**
 * Stores the message and its job in the caller's transaction: it is sent if and only if that commits. A key that was
 * used before sends nothing. Throws where a value of the template is missing.
 */
export const sendMessage = async (
  { keys, clock }: Pick<Platform, 'keys' | 'clock'>,
  tx: Transaction,
  message: OutgoingMessage,
): Promise<void> => {
  const { channel, to, template, values, language, key, personId } = message;
  checkValues(template, values);
  const now = clock.now().getTime();
  const id = uuidv7(now);
  const life = messageTemplates[template].lifeMinutes * 60_000;
  const inserted = await insertMessage(tx, {
    id,
    key,
    channel,
    template,
    language,
    person_id: personId,
    sealed: sealContent(keys, { to, values: neededValues(template, values) }),
    expires_at: message.expiresAt ?? new Date(now + life),
  });
  if (inserted) await enqueueDelivery(tx, id);
};

/** What a template does not name is not kept. */
const neededValues = (
  template: MessageTemplate,
  values: MessageContent['values'],
): MessageContent['values'] =>
  Object.fromEntries(messageTemplates[template].values.map((name) => [name, values[name] ?? '']));
