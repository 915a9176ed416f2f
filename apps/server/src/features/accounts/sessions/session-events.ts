import type { UserId } from '@comitium/basics';
import { afterCommit, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger, type LedgerEvent } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf, type Origin } from '../accounts-tools.ts';

/** An event on a person's stream: ids only, never a name or an address. */
export const personEvent = (
  personId: UserId,
  { caller, requestId }: Origin,
  event: Pick<LedgerEvent, 'type' | 'payload'>,
): LedgerEvent => ({ stream: `person:${personId}`, version: 1, actor: actorOf(caller), requestId, ...event });

/** Tells the ledger that sessions ended, and this process at once. */
export const appendSessionsEnded = async (
  tx: Transaction,
  tools: Pick<AccountsTools, 'endedSessions'>,
  { sessions, origin }: { sessions: readonly { id: string; person_id: UserId }[]; origin: Origin },
): Promise<void> => {
  await appendToLedger(
    tx,
    sessions.map(({ id, person_id }) =>
      personEvent(person_id, origin, { type: 'session.ended', payload: { session: id } }),
    ),
  );
  afterCommit(tx, () => {
    for (const { id, person_id } of sessions) tools.endedSessions.add(id, person_id);
  });
};
