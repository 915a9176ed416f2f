import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { type Settlement, settle } from './delivery-policy.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import type { GatewayAnswer } from './gateways/gateway.ts';
import type { MessageRow } from './message-queries.ts';
import { updateMessage } from './message-store.ts';
import type { MessagesTools } from './messages-tools.ts';
import type { SealedParcel } from './open-parcel.ts';

/** Writes down what came of an attempt, or of looking at a message: its state, and the next attempt where there is one. */
export const settleMessage = async (
  tools: MessagesTools,
  message: MessageRow,
  answer: GatewayAnswer | { readonly kind: 'expired' },
  parcel?: SealedParcel,
): Promise<void> => {
  const { clock, db, log } = tools.platform;
  const { id, channel, attempts, expires_at: expiresAt } = message;
  const now = clock.now();
  const repeatable = parcel?.repeatable ?? true;
  const settlement = settle(answer, { attempts, expiresAt, repeatable, now, random: tools.random() });
  const gateway = parcel?.gateway;
  const done = await inTransaction(db, (tx) => write(tx, { message, settlement, now, gateway }));
  const facts = { message: id, channel, template: message.template, attempt: attempts, gateway };
  if (!done) {
    log.warn(facts, 'a delivery ended after its message had been settled otherwise');
    return;
  }
  tools.metrics.count(channel, settlement.outcome);
  const line = { ...facts, reason: settlement.reason };
  if (settlement.outcome === 'dead') log.warn(line, 'a message could not be delivered');
  else log.debug(line, `a delivery ended: ${settlement.outcome}`);
};

const byDelivery: Origin = { caller: { kind: 'system', name: 'delivery' }, requestId: null };

interface Written {
  readonly message: MessageRow;
  readonly settlement: Settlement;
  readonly now: Date;
  readonly gateway: string | undefined;
}

const write = async (tx: Transaction, { message, settlement, now, gateway }: Written): Promise<boolean> => {
  const { id, attempts, channel, template } = message;
  const { step, reason, reference, nextAt, outcome } = settlement;
  const facts = { at: now, attempt: attempts, reason, reference, ...(gateway !== undefined && { gateway }) };
  if (!(await updateMessage(tx, id, step, facts))) return false;
  if (nextAt !== null) await enqueueDelivery(tx, id, nextAt);
  if (outcome === 'dead') {
    const payload = { channel, template, attempts, reason };
    const event = { stream: `message:${id}`, type: 'message.failed', version: 1, payload } as const;
    await appendToLedger(tx, [{ ...event, ...ledgerOrigin(byDelivery) }]);
  }
  return true;
};
