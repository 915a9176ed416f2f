import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { hashPassword, passwordMatches } from '../../../platform/crypto/password-hash.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findIdentity } from '../identities/identity-queries.ts';
import { findCredentials } from '../people/person-queries.ts';
import { updatePasswordHash } from '../people/person-store.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { checkNewPassword } from './check-new-password.ts';

export interface ChangePassword {
  readonly caller: PersonCaller;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that goes on; all others of the person end. */
  readonly sessionId: string | null;
  readonly requestId: string | null;
}

export const changePassword = async (
  tools: AccountsTools,
  command: ChangePassword,
): Promise<Result<void, Problem>> => {
  const { db, clock, keys } = tools.platform;
  const { caller, sessionId } = command;
  const credentials = await findCredentials(db.kysely, caller.id);
  const email = await findIdentity(db.kysely, keys, { personId: caller.id, kind: 'email' });
  const current = credentials?.password_hash ?? null;
  if (current === null) {
    return err(problem('wrong_state', 'This account has no password; set one by a link to its e-mail.'));
  }
  if (!(await passwordMatches(current, command.currentPassword))) {
    const message = 'The current password is not right.';
    const errors = [{ path: '/currentPassword', code: 'password_wrong', message }];
    return err(problem('validation_failed', message, { errors }));
  }
  const strong = checkNewPassword(command.newPassword, email?.value ?? '');
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(command.newPassword);
  await inTransaction(db, async (tx) => {
    await updatePasswordHash(tx, caller.id, passwordHash);
    await appendToLedger(tx, [personEvent(caller.id, command, { type: 'password.changed', payload: {} })]);
    const sessions = await endSessionsOf(tx, caller.id, { at: clock.now(), except: sessionId });
    await appendSessionsEnded(tx, tools, { sessions, origin: command });
  });
  return ok(undefined);
};
