import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { appendDecision, type DeadLetterCommand, findDeadLetter, notDead } from './decide-dead-letter.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import { updateMessage } from './message-store.ts';

/** Sends a dead letter again, from its first attempt; whoever does so where its end is unknown may send it twice. */
export const retryMessage = async (
  platform: Platform,
  command: DeadLetterCommand,
): Promise<Result<void, Problem>> => {
  const found = await findDeadLetter(platform, command);
  if (!found.ok) return found;
  const message = found.value;
  const now = platform.clock.now();
  if (message.expires_at <= now || message.sealed === null) {
    return err(problem('wrong_state', 'It is too late to send this message; discard it.'));
  }
  const { origin, reason } = command;
  return inTransaction(platform.db, async (tx) => {
    if (!(await updateMessage(tx, message.id, 'retry', { at: now, reason: null }))) return err(notDead);
    await enqueueDelivery(tx, message.id);
    await appendDecision(tx, 'message.retried', { message, origin, reason });
    return ok(undefined);
  });
};
