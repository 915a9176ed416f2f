import { type AreaId, type RegisterId, uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RegisterRow } from './register-row.ts';
import './register-tables.ts';

export interface NewRegister {
  readonly id: RegisterId;
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
  readonly simulated: boolean;
  readonly areas: number;
  readonly stations: number;
  readonly registered: number;
}

/** Whether it was written: not where another register has the code. */
export const insertRegister = async (tx: Transaction, register: NewRegister): Promise<boolean> => {
  const row = await tx
    .insertInto('register')
    .values({ ...register, levels: [...register.levels], deleted_at: null })
    .onConflict((conflict) => conflict.column('code').where('deleted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

const batchSize = 5000;

/** Parents must come before their children. */
export const insertAreas = async (
  tx: Transaction,
  registerId: RegisterId,
  rows: readonly RegisterRow[],
): Promise<void> => {
  const now = Date.now();
  const idOf = new Map<string, AreaId>();
  for (const { code } of rows) idOf.set(code, uuidv7(now) as AreaId);
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    const column = <T>(read: (row: RegisterRow) => T): T[] => batch.map(read);
    const parents = column(({ parent }) => (parent === null ? null : (idOf.get(parent) ?? null)));
    await sql`
      insert into area (register_id, id, code, name, level, parent_id, registered, lng, lat, position)
      select ${registerId}, id, code, name, level, parent_id, registered, lng, lat, ${start} + n
      from unnest(
        ${column(({ code }) => idOf.get(code))}::uuid[],
        ${column(({ code }) => code)}::text[],
        ${column(({ name }) => name)}::text[],
        ${column(({ level }) => level)}::smallint[],
        ${parents}::uuid[],
        ${column(({ registered }) => registered)}::integer[],
        ${column(({ point }) => point?.[0] ?? null)}::double precision[],
        ${column(({ point }) => point?.[1] ?? null)}::double precision[]
      ) with ordinality as t (id, code, name, level, parent_id, registered, lng, lat, n)`.execute(tx);
  }
};

/** Hides the register and frees its code. */
export const markRegisterDeleted = async (tx: Transaction, id: RegisterId, now: Date): Promise<void> => {
  await tx.updateTable('register').set({ deleted_at: now }).where('id', '=', id).execute();
};

/** Waits for elections that are being created on the register; false where it is gone. */
export const lockRegister = async (tx: Transaction, id: RegisterId): Promise<boolean> => {
  const row = await tx
    .selectFrom('register')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
};
