import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Identity, type IdentityKind, readEmail, readPhone } from './identity.ts';
import { purposeOf } from './identity-store.ts';
import '../accounts-tables.ts';

type Reader = Kysely<DatabaseSchema>;

export interface OwnedIdentity extends Identity {
  readonly personId: UserId;
  readonly verifiedAt: Date | null;
}

/** Whose it is; one query whether or not it is anybody's. */
export const findOwner = async (
  db: Reader,
  keys: KeyRing,
  { kind, value }: Identity,
): Promise<{ readonly personId: UserId; readonly verifiedAt: Date | null } | undefined> =>
  db
    .selectFrom('identity_mac')
    .innerJoin('identity', 'identity.id', 'identity_mac.identity_id')
    .select(['person_id as personId', 'verified_at as verifiedAt'])
    .where('mac', 'in', [...keys.macs(purposeOf(kind), value)])
    .executeTakeFirst();

/** Of these people, readable. */
export const listIdentities = async (
  db: Reader,
  keys: KeyRing,
  personIds: readonly UserId[],
): Promise<OwnedIdentity[]> => {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('identity')
    .select(['person_id', 'kind', 'sealed', 'verified_at'])
    .where('person_id', 'in', [...personIds])
    .orderBy('kind')
    .execute();
  return rows.map(({ person_id, kind, sealed, verified_at }) => ({
    personId: person_id,
    kind,
    value: keys.open(purposeOf(kind), sealed),
    verifiedAt: verified_at,
  }));
};

export const findIdentity = async (
  db: Reader,
  keys: KeyRing,
  { personId, kind }: { personId: UserId; kind: IdentityKind },
): Promise<OwnedIdentity | undefined> =>
  (await listIdentities(db, keys, [personId])).find((identity) => identity.kind === kind);

/** What somebody typed, as an e-mail address or a phone number; null where it is neither. */
export const readIdentity = ({ config }: Pick<Platform, 'config'>, text: string): Identity | null => {
  const read = text.includes('@') ? readEmail(text) : readPhone(text, config.phoneCountry);
  return read.ok ? read.value : null;
};

/** Which of these addresses are somebody's. */
export const listKnownEmails = async (
  { db, keys }: Pick<Platform, 'db' | 'keys'>,
  emails: readonly string[],
): Promise<ReadonlySet<string>> => {
  const wanted = new Map<string, string>();
  for (const email of emails) {
    for (const mac of keys.macs(purposeOf('email'), email.toLowerCase()))
      wanted.set(mac.toString('hex'), email);
  }
  const rows = await db.kysely
    .selectFrom('identity_mac')
    .select('mac')
    .where(
      'mac',
      'in',
      [...wanted.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .execute();
  return new Set(rows.map(({ mac }) => wanted.get(mac.toString('hex')) ?? ''));
};
