import { askShortly, metricsWithinMs } from '../../platform/database/index.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { countDeadLetters } from './dead-letter-queries.ts';
import { deadLetterRoutes } from './dead-letter-routes.ts';
import { deliverMessage } from './deliver-message.ts';
import { eraseMessages } from './erase-messages.ts';
import { chooseGateways } from './gateways/choose-gateways.ts';
import { mailboxRoutes } from './mailbox-routes.ts';
import { type Channel, channels } from './message.ts';
import { createMessageMetrics } from './message-metrics.ts';
import type { MessagesTools } from './messages-tools.ts';
import { personalDataOf } from './personal-data.ts';
import { pushRoutes } from './push-routes.ts';
import { sealedColumns } from './sealed-columns.ts';
import { type OutgoingMessage, sendMessage } from './send-message.ts';

/** What the features above use of messages. */
export interface Messages extends Feature {
  /**
   * Stores the message and its job in the caller's transaction: sent if and only if that commits, at most once for
   * its key. Throws where a value of the template is missing.
   */
  send(tx: Transaction, message: OutgoingMessage): Promise<void>;
  /** Whether this installation can deliver there. */
  offers(channel: Channel): boolean;
}

export const createMessages = (platform: Platform): Messages => {
  const tools: MessagesTools = {
    platform,
    gateways: chooseGateways(platform),
    metrics: createMessageMetrics(
      platform.metrics.registry,
      askShortly(() => countDeadLetters(platform), metricsWithinMs),
    ),
    random: Math.random,
  };
  return {
    name: 'messages',
    routes: [...mailboxRoutes(platform), ...deadLetterRoutes(platform), ...pushRoutes(platform)],
    jobs: [deliverMessage(tools), eraseMessages(platform)],
    sealed: sealedColumns,
    start: async () => {
      const kept = channelsIntoMailbox(tools);
      if (kept.length > 0) platform.log.info({ channels: kept }, 'messages lie in the local mailbox');
    },
    send: (tx, message) => sendMessage(platform, tx, message),
    personalData: personalDataOf(platform),
    offers: (channel) => tools.gateways[channel] !== null,
  };
};

/** An operator who forgot a gateway, or NODE_ENV, learns where messages are. */
const channelsIntoMailbox = ({ gateways }: MessagesTools): Channel[] =>
  channels.filter((channel) => gateways[channel]?.name === 'mailbox');
