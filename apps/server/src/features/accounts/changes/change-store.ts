// The only SQL that writes changes of phone and e-mail.
import type { UserId } from '@comitium/basics';
import { type Selectable, sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Identity } from '../identities/identity.ts';
import type { ChangeFacts, Side } from './identity-change.ts';
import '../accounts-tables.ts';

export const changePurpose = 'identity change';

export interface StoredChange extends ChangeFacts {
  readonly id: string;
  readonly personId: UserId;
  readonly newIdentity: Identity;
}

type Row = Selectable<DatabaseSchema['identity_change']>;

const toChange = (keys: KeyRing, row: Row): StoredChange => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  state: row.state,
  newIdentity: { kind: row.kind, value: keys.open(changePurpose, row.sealed) },
  newConfirmedAt: row.new_confirmed_at,
  oldConfirmedAt: row.old_confirmed_at,
  needsOld: row.needs_old,
  appliesAt: row.applies_at,
  expiresAt: row.expires_at,
});

/** One waits for each kind: an earlier one gives way. */
export const insertChange = async (
  tx: Transaction,
  keys: KeyRing,
  change: Omit<StoredChange, 'state' | 'newConfirmedAt' | 'oldConfirmedAt'> & { readonly createdAt: Date },
): Promise<StoredChange> => {
  await cancelChanges(tx, change.personId, [change.kind]);
  const row = await tx
    .insertInto('identity_change')
    .values({
      id: change.id,
      person_id: change.personId,
      kind: change.kind,
      sealed: keys.seal(changePurpose, change.newIdentity.value),
      new_confirmed_at: null,
      old_confirmed_at: null,
      needs_old: change.needsOld,
      applies_at: change.appliesAt,
      state: 'waiting',
      created_at: change.createdAt,
      expires_at: change.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toChange(keys, row);
};

/** The ids of those that were waiting. */
export const cancelChanges = async (
  tx: Transaction,
  personId: UserId,
  kinds: readonly Identity['kind'][],
): Promise<string[]> => {
  const cancelled = await tx
    .updateTable('identity_change')
    .set({ state: 'cancelled' })
    .where('person_id', '=', personId)
    .where('kind', 'in', [...kinds])
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  return cancelled.map(({ id }) => id);
};

/** Locked, so that two confirmations that come together see each other. */
export const lockWaitingChange = async (
  tx: Transaction,
  keys: KeyRing,
  { id, now }: { id: string; now: Date },
): Promise<StoredChange | undefined> => {
  const row = await tx
    .selectFrom('identity_change')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row && toChange(keys, row);
};

export const updateChangeConfirmed = async (
  tx: Transaction,
  { id, side }: { id: string; side: Side },
  now: Date,
): Promise<void> => {
  const column = side === 'new' ? { new_confirmed_at: now } : { old_confirmed_at: now };
  await tx.updateTable('identity_change').set(column).where('id', '=', id).execute();
};

export const updateChangeState = async (
  tx: Transaction,
  id: string,
  state: 'applied' | 'cancelled',
): Promise<void> => {
  await tx.updateTable('identity_change').set({ state }).where('id', '=', id).execute();
};

export const listWaitingChanges = async (
  db: Pick<Transaction, 'selectFrom'>,
  keys: KeyRing,
  { personId, now }: { personId: UserId; now: Date },
): Promise<StoredChange[]> => {
  const rows = await db
    .selectFrom('identity_change')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .orderBy('kind')
    .execute();
  return rows.map((row) => toChange(keys, row));
};

/** Ids of those whose time has come. */
export const listDueChanges = async (db: Pick<Transaction, 'selectFrom'>, now: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom('identity_change')
    .select('id')
    .where('state', '=', 'waiting')
    .where('applies_at', '<=', now)
    .where('new_confirmed_at', 'is not', null)
    .where(sql<boolean>`expires_at > ${now}`)
    .execute();
  return rows.map(({ id }) => id);
};
