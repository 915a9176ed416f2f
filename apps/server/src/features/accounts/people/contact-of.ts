import type { UserId } from '@comitium/basics';
import type { Language } from '@comitium/contract';
import type { Platform } from '../../../platform/platform.ts';
import { findIdentity } from '../identities/identity-queries.ts';
import '../accounts-tables.ts';

/** Personal data: for sending, never for showing. */
export interface Contact {
  readonly email: string | null;
  readonly language: Language;
}

/** Of a person who can still sign in. */
export const contactOf = async (
  { db, keys }: Pick<Platform, 'db' | 'keys'>,
  personId: UserId,
): Promise<Contact | undefined> => {
  const person = await db.kysely
    .selectFrom('person')
    .select('language')
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const email = await findIdentity(db.kysely, keys, { personId, kind: 'email' });
  return { email: email?.value ?? null, language: person.language };
};
