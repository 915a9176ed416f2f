import { eachInSlices } from './each-in-slices.ts';
import type { SharedMessage } from './shared-message.ts';
import { type Subscription, stale } from './subscription.ts';

export interface Step {
  readonly prev: number;
  readonly seq: number;
  readonly message: SharedMessage;
}

/**
 * Hands an update to everyone who holds its `prev`, and to nobody else: who joined meanwhile has newer, who is behind
 * asks later. Answers how many took it and how many did not.
 */
export const fanOut = async (subscriptions: ReadonlySet<Subscription>, step: Step) => {
  const { prev, seq, message } = step;
  let taken = 0;
  let skipped = 0;
  await eachInSlices(subscriptions, (subscription) => {
    if (subscription.seq !== prev) return;
    if (subscription.consumer.send(message)) {
      subscription.seq = seq;
      taken++;
    } else {
      subscription.seq = stale;
      skipped++;
    }
  });
  return { taken, skipped };
};
