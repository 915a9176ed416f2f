import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Language, type Problem, problem } from '@comitium/contract';
import { allowsSomewhere } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { hashPassword } from '../../../platform/crypto/password-hash.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { type Identity, readEmail, readPhone } from '../identities/identity.ts';
import { insertIdentities } from '../identities/identity-store.ts';
import { personEvent } from '../sessions/session-events.ts';
import { checkNewPassword } from '../sign-in/check-new-password.ts';
import { checkName } from './check-name.ts';
import { insertPerson } from './person-store.ts';

/** One of e-mail and phone at least. Without a password the person signs in by phone, or sets one by e-mail. */
export interface CreatePerson extends Origin {
  readonly email?: string;
  readonly phone?: string;
  readonly name: string;
  readonly password?: string;
  readonly language?: Language;
}

/** A new account without any right; whoever manages people anywhere may make one. */
export const createPerson = async (
  tools: AccountsTools,
  command: CreatePerson,
): Promise<Result<UserId, Problem>> => {
  const { clock } = tools.platform;
  if (!allowsSomewhere(command.caller, 'people.manage', null, clock.now())) {
    return err(problem('forbidden', 'You do not manage people.'));
  }
  const identities = readIdentities(tools, command);
  if (!identities.ok) return identities;
  const name = checkName(command.name);
  if (!name.ok) return name;
  const email = identities.value.find(({ kind }) => kind === 'email');
  const strong =
    command.password === undefined ? ok(undefined) : checkNewPassword(command.password, email?.value ?? '');
  return strong.ok ? save(tools, command, { name: name.value, identities: identities.value }) : strong;
};

const readIdentities = (
  { platform }: AccountsTools,
  { email, phone }: CreatePerson,
): Result<readonly Identity[], Problem> => {
  const read = [
    ...(email === undefined ? [] : [{ path: '/email', result: readEmail(email) }]),
    ...(phone === undefined
      ? []
      : [{ path: '/phone', result: readPhone(phone, platform.config.phoneCountry) }]),
  ];
  const identities: Identity[] = [];
  for (const { path, result } of read) {
    if (!result.ok) return invalid(path, result.error);
    identities.push(result.value);
  }
  return identities.length === 0
    ? invalid('/email', 'An account needs an e-mail or a phone number.')
    : ok(identities);
};

const save = async (
  { platform }: AccountsTools,
  command: CreatePerson,
  { name, identities }: { name: string; identities: readonly Identity[] },
): Promise<Result<UserId, Problem>> => {
  const { db, clock, keys } = platform;
  const now = clock.now();
  const id = uuidv7(now.getTime()) as UserId;
  const passwordHash = command.password === undefined ? null : await hashPassword(command.password);
  return inTransaction(db, async (tx) => {
    const rows = identities.map((one) => ({ ...one, personId: id, verifiedAt: null, createdAt: now }));
    const { language } = command;
    const person = { id, name, passwordHash, createdBy: actorOf(command.caller), createdAt: now };
    await insertPerson(tx, { ...person, ...(language && { language }) });
    const [taken] = await insertIdentities(tx, keys, rows);
    if (taken !== undefined) {
      await tx.deleteFrom('identity').where('person_id', '=', id).execute();
      await tx.deleteFrom('person').where('id', '=', id).execute();
      return err(alreadyTaken(rows[taken]?.kind ?? 'email'));
    }
    await appendToLedger(tx, [personEvent(id, command, { type: 'person.created', payload: {} })]);
    return ok(id);
  });
};

const alreadyTaken = (kind: Identity['kind']): Problem =>
  kind === 'email'
    ? problem('email_taken', 'There is an account with this e-mail.')
    : problem('phone_taken', 'There is an account with this phone number.');

const invalid = (path: string, message: string): Result<never, Problem> =>
  err(problem('validation_failed', message, { errors: [{ path, code: 'invalid', message }] }));
