import { Counter, type Registry } from 'prom-client';
import type { Channel } from './message.ts';

/** `failed` is an attempt that is tried again; `dead` is a message that waits for an administrator. */
export type DeliveryOutcome = 'sent' | 'failed' | 'dead' | 'expired';

export interface MessageMetrics {
  count(channel: Channel, outcome: DeliveryOutcome): void;
}

export const createMessageMetrics = (registry: Registry): MessageMetrics => {
  const messages = new Counter({
    name: 'comitium_messages_total',
    help: 'Messages by channel and outcome of an attempt: sent, failed (tried again), dead, expired.',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  return { count: (channel, outcome) => messages.inc({ channel, outcome }) };
};
