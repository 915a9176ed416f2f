import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { anonymous } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { ChallengePurpose } from '../challenges/challenge.ts';
import { trySecret } from '../challenges/challenge-store.ts';
import { readAbout } from '../challenges/read-about.ts';
import { refusedCode, refusedLink } from '../challenges/refused-secret.ts';
import { findOwner } from '../identities/identity-queries.ts';
import { deleteIdentities, insertIdentity } from '../identities/identity-store.ts';
import { personEvent } from '../sessions/session-events.ts';
import type { Requester } from '../sign-in/requester.ts';
import {
  lockWaitingChange,
  type StoredChange,
  updateChangeConfirmed,
  updateChangeState,
} from './change-store.ts';
import { isDue } from './identity-change.ts';
import type { AboutChange } from './start-change.ts';

export interface ChangeSecret {
  readonly id: string;
  readonly secret: string;
  readonly purpose: Extract<ChallengePurpose, 'change_phone' | 'change_email'>;
  readonly requester: Requester;
  /** Cancels the change instead. */
  readonly refuse: boolean;
}

/** One side says yes or no; with the last yes the new phone or e-mail takes effect. */
export const confirmChange = async (
  tools: AccountsTools,
  { id, secret, purpose, requester, refuse }: ChangeSecret,
): Promise<Result<StoredChange, Problem>> => {
  const { db, keys, clock } = tools.platform;
  const now = clock.now();
  const tried = await inTransaction(db, (tx) =>
    trySecret(tx, keys, { id, secret, purposes: [purpose], now, burn: true }),
  );
  if (!tried.ok) return err(refused(tools, requester, { purpose, triesLeft: tried.error }));
  const about = readAbout<AboutChange>(keys, tried.value);
  return inTransaction(db, async (tx) => {
    const change = await lockWaitingChange(tx, keys, { id: about.change, now });
    if (change === undefined)
      return err(problem('change_not_found', 'This change is over, or was cancelled.'));
    if (refuse) return end(tx, change, requester.requestId);
    await updateChangeConfirmed(tx, { id: change.id, side: about.side }, now);
    const confirmed: StoredChange = {
      ...change,
      ...(about.side === 'new' ? { newConfirmedAt: now } : { oldConfirmedAt: now }),
    };
    return applyIfDue(tx, tools, { change: confirmed, requestId: requester.requestId });
  });
};

const refused = (
  { platform }: AccountsTools,
  requester: Requester,
  { purpose, triesLeft }: { purpose: ChangeSecret['purpose']; triesLeft: number },
): Problem =>
  purpose === 'change_phone'
    ? refusedCode(platform, requester, { triesLeft, action: 'postAuthMePhoneConfirm' })
    : refusedLink(platform, requester, 'postAuthChangeConfirm');

const end = async (
  tx: Transaction,
  change: StoredChange,
  requestId: string,
): Promise<Result<StoredChange, Problem>> => {
  await updateChangeState(tx, change.id, 'cancelled');
  await tell(tx, change, { type: 'identity.change-cancelled', requestId });
  return ok({ ...change, state: 'cancelled' });
};

const tell = (
  tx: Transaction,
  { id, kind, personId }: StoredChange,
  { type, requestId }: { type: 'identity.changed' | 'identity.change-cancelled'; requestId: string | null },
): Promise<void> => {
  const event = personEvent(
    personId,
    { caller: anonymous, requestId },
    { type, payload: { change: id, kind } },
  );
  return appendToLedger(tx, [{ ...event, actor: personId }]);
};

/** Accounts are never merged: a phone or e-mail of another account stays there. */
const elsewhere = {
  email:
    'This address belongs to another account. Accounts are not merged: sign in there, or delete that account first.',
  phone:
    'This number belongs to another account. Accounts are not merged: sign in there, or delete that account first.',
} as const;

export const applyIfDue = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { change, requestId }: { change: StoredChange; requestId: string | null },
): Promise<Result<StoredChange, Problem>> => {
  const { keys, clock } = platform;
  const now = clock.now();
  const { personId, kind, newIdentity } = change;
  const owner = await findOwner(tx, keys, newIdentity);
  if (change.newConfirmedAt !== null && owner !== undefined && owner.personId !== personId) {
    await updateChangeState(tx, change.id, 'cancelled');
    return err(problem(kind === 'email' ? 'email_taken' : 'phone_taken', elsewhere[kind]));
  }
  if (!isDue(change, now)) return ok(change);
  await deleteIdentities(tx, personId, [kind]);
  const identity = { ...newIdentity, personId, verifiedAt: now, createdAt: now };
  // Taken between the look above and now: everything of this transaction is undone, and can be tried again.
  if (!(await insertIdentity(tx, keys, identity))) throw new Error('the identity was taken at the same time');
  await updateChangeState(tx, change.id, 'applied');
  await tell(tx, change, { type: 'identity.changed', requestId });
  return ok({ ...change, state: 'applied' });
};
