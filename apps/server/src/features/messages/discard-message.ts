import { err, ok, type Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { appendDecision, type DeadLetterCommand, findDeadLetter, notDead } from './decide-dead-letter.ts';
import { updateMessage } from './message-store.ts';

/** Puts a dead letter away for good. */
export const discardMessage = async (
  platform: Platform,
  command: DeadLetterCommand,
): Promise<Result<void, Problem>> => {
  const found = await findDeadLetter(platform, command);
  if (!found.ok) return found;
  const message = found.value;
  const { origin, reason } = command;
  return inTransaction(platform.db, async (tx) => {
    const facts = { at: platform.clock.now() };
    if (!(await updateMessage(tx, message.id, 'discard', facts))) return err(notDead);
    await appendDecision(tx, 'message.discarded', { message, origin, reason });
    return ok(undefined);
  });
};
