// Hands one message to its gateway: at most once, unless the gateway itself sees that a parcel comes again. What exactly
// is promised stands in docs/decisions/2026-11-20-messages.md.
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Job, JobContext } from '../../platform/jobs/job.ts';
import { deliverJobName, enqueueDelivery } from './enqueue-delivery.ts';
import type { GatewayAnswer } from './gateways/gateway.ts';
import { findMessage, type MessageRow } from './message-queries.ts';
import { claimMessage, reclaimMessage } from './message-store.ts';
import type { MessagesTools } from './messages-tools.ts';
import { openParcel, type SealedParcel } from './open-parcel.ts';
import { settleMessage } from './settle-message.ts';

/** Longer than any gateway's own time limits together: an attempt that is silent for so long is over. */
export const lostAfterMs = 90_000;

export const deliverMessage = (tools: MessagesTools): Job => ({
  name: deliverJobName,
  run: ({ message }, context) => deliver(tools, String(message), context),
});

const deliver = async (tools: MessagesTools, id: string, { db }: JobContext): Promise<void> => {
  const message = await findMessage(db.kysely, id);
  if (message === undefined || !(message.state === 'waiting' || message.state === 'sending')) return;
  if (message.expires_at <= tools.platform.clock.now()) {
    await settleMessage(tools, message, { kind: 'expired' });
    return;
  }
  // Before the claim: what cannot be read or drawn was certainly not sent.
  const parcel = openParcel(tools, message);
  if (!parcel.ok) {
    const kind = parcel.error === 'erased' ? 'pointless' : 'refused';
    await settleMessage(tools, message, { kind, reason: parcel.error });
    return;
  }
  const attempt = await takeAttempt(tools, message, parcel.value);
  if (attempt === null) return;
  const taken = { ...message, attempts: attempt };
  await settleMessage(tools, taken, await handOver(tools, taken, parcel.value), parcel.value);
};

/** The number of this attempt; null where there must be none. */
const takeAttempt = async (
  { platform, ...tools }: MessagesTools,
  message: MessageRow,
  parcel: SealedParcel,
): Promise<number | null> => {
  const db = platform.db.kysely;
  const now = platform.clock.now();
  if (message.state === 'waiting') return claimMessage(db, message.id, now);
  // Another attempt is under way, or never told its end: its process was killed, or its answer could not be noted.
  const lostAt = new Date((message.claimed_at ?? now).getTime() + lostAfterMs);
  if (now < lostAt) {
    await inTransaction(platform.db, (tx) => enqueueDelivery(tx, message.id, lostAt));
    return null;
  }
  if (parcel.repeatable) return reclaimMessage(db, message.id, { lostAttempt: message.attempts, at: now });
  await settleMessage({ platform, ...tools }, message, { kind: 'unknown', reason: 'interrupted' }, parcel);
  return null;
};

const handOver = async (
  { platform }: MessagesTools,
  { id, channel }: MessageRow,
  parcel: SealedParcel,
): Promise<GatewayAnswer> => {
  try {
    return await parcel.deliver();
  } catch (error) {
    // Its words may hold the address.
    const name = error instanceof Error ? error.name : 'Error';
    platform.log.error({ message: id, channel, gateway: parcel.gateway, error: name }, 'a gateway failed');
    return { kind: 'unknown', reason: 'gateway_failed' };
  }
};
