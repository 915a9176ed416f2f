// How other rooms find and name people by phone or e-mail, without ever holding either.
import type { UserId } from '@comitium/basics';
import type { Platform } from '../../../platform/platform.ts';
import { maskIdentity } from '../identities/identity.ts';
import { findOwner, listIdentities, readIdentity } from '../identities/identity-queries.ts';
import { findPersonById, type PersonRow } from './person-queries.ts';

type Rooms = Pick<Platform, 'db' | 'keys' | 'config'>;

export const findPersonByIdentity = async (rooms: Rooms, text: string): Promise<PersonRow | undefined> => {
  const identity = readIdentity(rooms, text);
  const owner = identity && (await findOwner(rooms.db.kysely, rooms.keys, identity));
  return owner ? findPersonById(rooms.db.kysely, owner.personId) : undefined;
};

/** The e-mail address where there is one, else the phone number. */
export const maskedIdentities = async (
  { db, keys }: Rooms,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> => {
  const masked = new Map<UserId, string>();
  for (const identity of await listIdentities(db.kysely, keys, ids)) {
    if (identity.kind === 'email' || !masked.has(identity.personId)) {
      masked.set(identity.personId, maskIdentity(identity));
    }
  }
  return masked;
};
