import type { UserId } from '@comitium/basics';
import { ledgerOrigin, type Origin } from '../../../platform/access/origin.ts';
import { afterCommit, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger, type EventBody, type LedgerEvent } from '../../../platform/ledger/index.ts';
import type { PersonEventType } from '../account-events.ts';
import type { AccountsTools } from '../accounts-tools.ts';

/** An event on a person's stream: ids only, never a name or an address. */
export const personEvent = (
  personId: UserId,
  origin: Origin,
  event: EventBody<PersonEventType>,
): LedgerEvent => ({ stream: `person:${personId}`, version: 1, ...ledgerOrigin(origin), ...event });

/** Tells the ledger that sessions ended, and this process at once. */
export const appendSessionsEnded = async (
  tx: Transaction,
  tools: Pick<AccountsTools, 'endedSessions'>,
  { sessions, origin }: { sessions: readonly { id: string; person_id: UserId }[]; origin: Origin },
): Promise<void> => {
  await appendToLedger(
    tx,
    sessions.map(({ id, person_id }) => {
      const event = personEvent(person_id, origin, { type: 'session.ended', payload: { session: id } });
      // Whoever signs out shows the session itself and nothing else: it is he who ends it.
      return origin.caller.kind === 'anonymous' ? { ...event, actor: person_id, device: id } : event;
    }),
  );
  afterCommit(tx, () => {
    for (const { id, person_id } of sessions) tools.endedSessions.add(id, person_id);
  });
};
