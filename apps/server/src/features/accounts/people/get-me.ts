import { err, ok, type Result } from '@comitium/basics';
import { type Me, type Problem, problem } from '@comitium/contract';
import type { Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { getPerson } from './person-answers.ts';
import { findProfile } from './person-queries.ts';
import { findPhotoTime } from './photo/photo-store.ts';
import { requirePerson } from './require-person.ts';

export const getMe = async (tools: AccountsTools, caller: Caller): Promise<Result<Me, Problem>> => {
  const { db, keys } = tools.platform;
  const me = requirePerson(caller);
  if (!me.ok) return me;
  const { id } = me.value;
  const person = await getPerson(tools, caller, id);
  if (!person.ok) return person;
  const profile = await findProfile(db.kysely, id);
  if (profile === undefined) return err(problem('user_not_found', 'There is no such person.'));
  const identities = await listIdentities(db.kysely, keys, [id]);
  return ok({
    ...person.value,
    limited: me.value.limited ?? false,
    language: profile.language,
    hasPassword: profile.password_hash !== null,
    identities: identities.map(({ kind, value, verifiedAt }) => ({
      kind,
      value,
      verified: verifiedAt !== null,
    })),
    photoAt: (await findPhotoTime(db.kysely, id))?.toISOString() ?? null,
  });
};
