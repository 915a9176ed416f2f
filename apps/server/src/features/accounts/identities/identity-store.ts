// The only SQL that writes phone numbers and e-mail addresses. Each stands sealed in its row, and findable by a MAC
// under every accepted key: unique, so that no number is of two accounts, also while keys rotate.
import { type UserId, uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Identity, IdentityKind } from './identity.ts';
import '../accounts-tables.ts';

export const purposeOf = (kind: IdentityKind): string => `identity ${kind}`;

export interface NewIdentity extends Identity {
  readonly personId: UserId;
  readonly verifiedAt: Date | null;
  readonly createdAt: Date;
}

/** The places (from 0) of those that are another account's; where there is one, nothing was written for it. */
export const insertIdentities = async (
  tx: Transaction,
  keys: KeyRing,
  identities: readonly NewIdentity[],
): Promise<number[]> => {
  if (identities.length === 0) return [];
  const rows = identities.map((identity) => ({ id: uuidv7(identity.createdAt.getTime()), ...identity }));
  const macs = rows.flatMap(({ id, kind, value }) =>
    keys.macs(purposeOf(kind), value).map((mac, at) => ({ id, mac, keyId: keys.keyIds[at] ?? '' })),
  );
  const taken = await insertMacs(tx, macs);
  const free = rows.filter(({ id }) => !taken.has(id));
  await sql`insert into identity (id, person_id, kind, sealed, verified_at, created_at)
    select * from unnest(
      ${free.map(({ id }) => id)}::uuid[], ${free.map(({ personId }) => personId)}::uuid[],
      ${free.map(({ kind }) => kind)}::text[],
      ${free.map(({ kind, value }) => keys.seal(purposeOf(kind), value))}::text[],
      ${free.map(({ verifiedAt }) => verifiedAt)}::timestamptz[],
      ${free.map(({ createdAt }) => createdAt)}::timestamptz[])`.execute(tx);
  return rows.flatMap(({ id }, at) => (taken.has(id) ? [at] : []));
};

interface MacRow {
  readonly id: string;
  readonly mac: Buffer;
  readonly keyId: string;
}

/** The ids of identities of which a MAC was there already; none of theirs stays. */
const insertMacs = async (tx: Transaction, macs: readonly MacRow[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ mac: Buffer; identity_id: string }>`
    insert into identity_mac (mac, identity_id, key_id)
    select * from unnest(${macs.map(({ mac }) => mac)}::bytea[], ${macs.map(({ id }) => id)}::uuid[],
      ${macs.map(({ keyId }) => keyId)}::text[])
    on conflict do nothing returning mac, identity_id`.execute(tx);
  const name = (id: string, mac: Buffer): string => `${id} ${mac.toString('hex')}`;
  const written = new Set(rows.map(({ mac, identity_id }) => name(identity_id, mac)));
  const taken = new Set(macs.filter(({ id, mac }) => !written.has(name(id, mac))).map(({ id }) => id));
  if (taken.size > 0) {
    await tx
      .deleteFrom('identity_mac')
      .where('identity_id', 'in', [...taken])
      .execute();
  }
  return taken;
};

export const insertIdentity = async (
  tx: Transaction,
  keys: KeyRing,
  identity: NewIdentity,
): Promise<boolean> => (await insertIdentities(tx, keys, [identity])).length === 0;

export const updateIdentityVerified = async (
  tx: Transaction,
  { personId, kind }: { personId: UserId; kind: IdentityKind },
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('identity')
    .set({ verified_at: at })
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('verified_at', 'is', null)
    .execute();
};

/** Its MACs go with it. */
export const deleteIdentities = async (
  tx: Transaction,
  personId: UserId,
  kinds: readonly IdentityKind[],
): Promise<void> => {
  await tx
    .deleteFrom('identity')
    .where('person_id', '=', personId)
    .where('kind', 'in', [...kinds])
    .execute();
};
