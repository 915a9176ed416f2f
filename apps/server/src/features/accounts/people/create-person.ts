import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allowsSomewhere } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { hashPassword } from '../../../platform/crypto/password-hash.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { checkNewPassword } from '../sign-in/check-new-password.ts';
import { insertPerson, type NewPerson } from './person-store.ts';

export interface CreatePerson extends Origin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** A new account without any right; whoever manages people anywhere may make one. */
export const createPerson = async (
  tools: AccountsTools,
  command: CreatePerson,
): Promise<Result<UserId, Problem>> => {
  const { db, clock } = tools.platform;
  const now = clock.now();
  const { caller, password } = command;
  if (!allowsSomewhere(caller, 'people.manage', null, now)) {
    return err(problem('forbidden', 'You do not manage people.'));
  }
  const email = command.email.trim();
  const name = command.name.trim();
  const valid = checkPerson({ email, name, password });
  if (!valid.ok) return valid;
  const person: NewPerson = {
    id: uuidv7(now.getTime()) as UserId,
    email,
    name,
    passwordHash: await hashPassword(password),
    createdBy: actorOf(caller),
    createdAt: now,
  };
  const saved = await inTransaction(db, async (tx) => {
    if (!(await insertPerson(tx, person))) return false;
    await appendToLedger(tx, [personEvent(person.id, command, { type: 'person.created', payload: {} })]);
    return true;
  });
  return saved ? ok(person.id) : err(problem('email_taken', 'There is an account with this e-mail.'));
};

/** Control characters are refused: logs and terminals would obey them, and PostgreSQL cannot hold U+0000. */
const control = /\p{Cc}/u;
const emailForm = /^[^@\s]+@[^@\s]+$/;

const checkPerson = ({
  email,
  name,
  password,
}: Pick<CreatePerson, 'email' | 'name' | 'password'>): Result<void, Problem> => {
  if (!emailForm.test(email) || email.length > 254 || control.test(email)) {
    return invalid('/email', 'This is not an e-mail address.');
  }
  if (name === '' || name.length > 200 || control.test(name)) {
    return invalid('/name', 'A name has 1 to 200 visible characters.');
  }
  return checkNewPassword(password, email);
};

const invalid = (path: string, message: string): Result<never, Problem> =>
  err(problem('validation_failed', message, { errors: [{ path, code: 'invalid', message }] }));
