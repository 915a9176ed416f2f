import { err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type CodeSent, type Language, type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { hourMs, linkLifeMs } from '../challenges/challenge.ts';
import { sendCode, sendLink } from '../challenges/send-secret.ts';
import { type Identity, type Phone, readPhone } from '../identities/identity.ts';
import { findIdentity, type OwnedIdentity } from '../identities/identity-queries.ts';
import { personEvent } from '../sessions/session-events.ts';
import type { Requester } from '../sign-in/requester.ts';
import { insertChange, type StoredChange } from './change-store.ts';
import type { Side } from './identity-change.ts';

export interface StartChange {
  readonly caller: PersonCaller;
  readonly requester: Requester;
  readonly target: Identity | Phone;
  /** The person says so; then the old one may object for a time, and silence is consent. */
  readonly oldUnreachable: boolean;
}

export interface StartedChange {
  readonly change: StoredChange;
  /** For phones: the codes' challenges. */
  readonly codes: Partial<Record<Side, CodeSent>>;
}

/** What a challenge of a change is about. */
export interface AboutChange {
  readonly change: string;
  readonly side: Side;
}

/** Whether the new one is another account's is told only to whoever has proved to read it. */
export const startChange = async (
  tools: AccountsTools,
  command: StartChange,
): Promise<Result<StartedChange, Problem>> => {
  const { db, keys, clock, config } = tools.platform;
  const { caller, target, oldUnreachable } = command;
  const now = clock.now();
  const old = await findIdentity(db.kysely, keys, { personId: caller.id, kind: target.kind });
  const needsOld = old?.verifiedAt != null && old.value !== target.value;
  const delayMs = oldUnreachable && needsOld ? config.identityChangeDelay * 1000 : 0;
  const save = async (tx: Transaction): Promise<StartedChange> => {
    const change = await insertChange(tx, keys, {
      id: uuidv7(now.getTime()),
      personId: caller.id,
      kind: target.kind,
      newIdentity: { kind: target.kind, value: target.value },
      needsOld,
      appliesAt: oldUnreachable && needsOld ? new Date(now.getTime() + delayMs) : null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + delayMs + 24 * hourMs),
    });
    const codes = await sendSecrets(tx, tools, { ...command, change, old: needsOld ? old : undefined });
    if (!codes.ok) throw new NotSentError(codes.error);
    const event = {
      type: 'identity.change-started',
      payload: { change: change.id, kind: target.kind },
    } as const;
    const origin = { caller, requestId: command.requester.requestId };
    await appendToLedger(tx, [personEvent(caller.id, origin, event)]);
    return { change, codes: codes.value };
  };
  try {
    return ok(await inTransaction(db, save));
  } catch (error) {
    if (error instanceof NotSentError) return err(error.problem);
    throw error;
  }
};

/** Undoes the transaction: where one side cannot be asked, nothing is sent to the other. */
class NotSentError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

interface Sending extends StartChange {
  readonly change: StoredChange;
  readonly old: OwnedIdentity | undefined;
}

const sendSecrets = async (
  tx: Transaction,
  tools: AccountsTools,
  { old, target, ...sending }: Sending,
): Promise<Result<Partial<Record<Side, CodeSent>>, Problem>> => {
  const language = await languageOf(tx, sending.caller);
  const codes: Partial<Record<Side, CodeSent>> = {};
  const targets: { side: Side; to: Identity | Phone }[] = [{ side: 'new', to: target }];
  if (old !== undefined) targets.push({ side: 'old', to: old });
  for (const { side, to } of targets) {
    const sent = await sendOne(tx, tools, { ...sending, side, to, language });
    if (!sent.ok) return sent;
    if (sent.value !== null) codes[side] = sent.value;
  }
  return ok(codes);
};

/** One message; for a phone it answers the code's challenge. */
interface OneSide extends Omit<Sending, 'old' | 'target'> {
  readonly side: Side;
  readonly to: Identity | Phone;
  readonly language: Language;
}

const sendOne = async (
  tx: Transaction,
  tools: AccountsTools,
  { side, to, language, change, caller, requester }: OneSide,
): Promise<Result<CodeSent | null, Problem>> => {
  const about = { change: change.id, side };
  const wish = { about, personId: caller.id, requester, language };
  if (to.kind === 'email') {
    const link = { template: 'change_email', page: '/confirm-change', purpose: 'change_email' } as const;
    const sent = await sendLink(tx, tools, {
      ...wish,
      ...link,
      target: to,
      lifeMs: linkLifeMs.change_email,
    });
    return sent.ok ? ok(null) : sent;
  }
  const phone = readPhone(to.value, '');
  if (!phone.ok) return err(problem('validation_failed', phone.error));
  return sendCode(tx, tools, {
    ...wish,
    purpose: 'change_phone',
    target: phone.value,
    template: 'change_phone',
  });
};

const languageOf = async (tx: Transaction, { id }: PersonCaller): Promise<Language> =>
  (await tx.selectFrom('person').select('language').where('id', '=', id).executeTakeFirst())?.language ??
  'en';
