import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows } from '../../platform/access/allows.ts';
import type { Origin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { listExpiredDeadLetters } from './dead-letter-queries.ts';
import { appendDecision } from './decide-dead-letter.ts';
import { updateMessage } from './message-store.ts';

const mostAtOnce = 500;

export interface DiscardExpired {
  readonly origin: Origin;
  readonly reason: string;
}

/** After an outage: puts away, an event each, the dead letters that nobody could send any more; answers how many. */
export const discardExpiredMessages = async (
  platform: Platform,
  { origin, reason }: DiscardExpired,
): Promise<Result<{ discarded: number }, Problem>> => {
  const at = platform.clock.now();
  if (!allows(origin.caller, 'platform.operate', {}, at)) {
    return err(problem('forbidden', 'Dead letters are for those who operate the platform.'));
  }
  return inTransaction(platform.db, async (tx) => {
    let discarded = 0;
    for (const message of await listExpiredDeadLetters(tx, at, mostAtOnce)) {
      if (!(await updateMessage(tx, message.id, 'discard', { at }))) continue;
      await appendDecision(tx, 'message.discarded', { message, origin, reason });
      discarded += 1;
    }
    return ok({ discarded });
  });
};
