import { Counter, Gauge, type Registry } from 'prom-client';
import { type Channel, channels } from './message.ts';

/** `failed` is an attempt that is tried again; `dead` is a message that waits for an administrator. */
export type DeliveryOutcome = 'sent' | 'failed' | 'dead' | 'expired';

export interface MessageMetrics {
  count(channel: Channel, outcome: DeliveryOutcome): void;
}

/** How many dead letters there are by channel, asked at every reading of the figures; undefined where the database hangs. */
export type CountDead = () => Promise<ReadonlyMap<Channel, number> | undefined>;

/** Outcomes are counted by the process that delivers; dead letters are told by every process. */
export const createMessageMetrics = (registry: Registry, countDead: CountDead): MessageMetrics => {
  const registers = [registry];
  const messages = new Counter({
    name: 'comitium_messages_total',
    help: 'Messages by channel and outcome of an attempt: sent, failed (tried again), dead, expired.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'comitium_dead_letters',
    help: 'Messages that could not be delivered and wait for an administrator; NaN where the database is away.',
    labelNames: ['channel'],
    registers,
    collect: async function () {
      const counts = await countDead().catch(() => undefined);
      for (const channel of channels) {
        this.set({ channel }, counts === undefined ? Number.NaN : (counts.get(channel) ?? 0));
      }
    },
  });
  return { count: (channel, outcome) => messages.inc({ channel, outcome }) };
};
