import { ok, type Result } from '@comitium/basics';
import type { Language, Problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { checkName } from './check-name.ts';
import { updateProfile } from './person-store.ts';

/** Named one by one: no field that gives a right can ever come in here. */
export interface EditProfile extends Origin {
  readonly person: PersonCaller;
  readonly name?: string;
  readonly language?: Language;
}

export const editProfile = async (
  tools: AccountsTools,
  command: EditProfile,
): Promise<Result<void, Problem>> => {
  const { person, language } = command;
  const name = command.name === undefined ? ok(undefined) : checkName(command.name);
  if (!name.ok) return name;
  const edit = { ...(name.value && { name: name.value }), ...(language && { language }) };
  const fields = Object.keys(edit);
  if (fields.length === 0) return ok(undefined);
  await inTransaction(tools.platform.db, async (tx) => {
    await updateProfile(tx, person.id, edit);
    await appendToLedger(tx, [
      personEvent(person.id, command, { type: 'person.edited', payload: { fields } }),
    ]);
    // The name is remembered beside the rights.
    afterCommit(tx, () => tools.rights.forget(person.id));
  });
  return ok(undefined);
};
