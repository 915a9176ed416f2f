// What both decisions about a dead letter have in common: who may, which message, and what the ledger keeps.
import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows } from '../../platform/access/allows.ts';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findMessage, type MessageRow } from './message-queries.ts';

export interface DeadLetterCommand {
  readonly origin: Origin;
  readonly messageId: string;
  readonly reason: string;
}

export const findDeadLetter = async (
  { db, clock }: Platform,
  { origin, messageId }: DeadLetterCommand,
): Promise<Result<MessageRow, Problem>> => {
  if (!allows(origin.caller, 'platform.operate', {}, clock.now())) {
    return err(problem('forbidden', 'Dead letters are for those who operate the platform.'));
  }
  const message = isUuid(messageId) ? await findMessage(db.kysely, messageId) : undefined;
  if (message === undefined) return err(problem('message_not_found', 'There is no such message.'));
  return message.state === 'dead' ? ok(message) : err(notDead);
};

export const notDead = problem('wrong_state', 'This message is no dead letter any more.');

export const appendDecision = (
  tx: Transaction,
  type: 'message.retried' | 'message.discarded',
  { message, origin, reason }: { message: MessageRow; origin: Origin; reason: string },
): Promise<void> => {
  const { id, channel, template, attempts } = message;
  const payload = { channel, template, attempts, failure: message.reason };
  const event = { stream: `message:${id}`, type, version: 1, payload } as const;
  return appendToLedger(tx, [{ ...event, ...ledgerOrigin({ ...origin, reason }) }]);
};
