// A column of values sealed with data keys, as the change of keys sees it: what is sealed with which key, and how to
// seal it anew. Every feature names its own, so that no value is forgotten under an old key.
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../database/schema.ts';
import type { Transaction } from '../database/transaction.ts';
import type { KeyRing } from './key-ring.ts';

export interface SealedRow {
  readonly id: string;
  readonly plain: string;
  readonly purpose: string;
}

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The primary key and its type. */
  readonly id: { readonly column: string; readonly type: 'uuid' | 'text' | 'boolean' };
  /** A column that tells the purpose, or the purpose of all rows. */
  readonly purpose: string | { readonly column: string; readonly of: (value: string) => string };
  /** What else depends on the keys, such as a MAC; in the same transaction. */
  readonly also?: (tx: Transaction, keys: KeyRing, rows: readonly SealedRow[]) => Promise<void>;
}

const keyOf = (column: string) => sql`split_part(${sql.ref(column)}, '.', 1)`;

/** How many rows are sealed with each key. */
export const countByKey = async (
  db: Kysely<DatabaseSchema>,
  { table, column }: SealedColumn,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ key: string; rows: number }>`
    select ${keyOf(column)} as key, count(*)::int as rows from ${sql.table(table)}
    where ${sql.ref(column)} <> '' group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ key, rows: count }) => [key, count]));
};

export interface RenewedBatch {
  /** Where the next batch begins; null where there is none. */
  readonly last: string | null;
  readonly renewed: number;
}

/** Seals the next rows anew that have another key than the current one, in the order of the primary key. */
export const renewBatch = async (
  tx: Transaction,
  keys: KeyRing,
  { store, after, limit }: { store: SealedColumn; after: string | null; limit: number },
): Promise<RenewedBatch> => {
  const { table, column, id, purpose } = store;
  const key = sql.ref(id.column);
  const type = sql.raw(id.type);
  const named = typeof purpose === 'string' ? sql`null` : sql.ref(purpose.column);
  const { rows } = await sql<{ id: string; sealed: string; named: string | null }>`
    select ${key}::text as id, ${sql.ref(column)} as sealed, ${named}::text as named from ${sql.table(table)}
    where ${sql.ref(column)} <> '' and ${keyOf(column)} <> ${keys.currentKeyId}
      and (${after}::text is null or ${key} > ${after}::${type})
    order by ${key} limit ${limit} for update`.execute(tx);
  if (rows.length === 0) return { last: null, renewed: 0 };
  const opened = rows.map((row): SealedRow => {
    const wanted = typeof purpose === 'string' ? purpose : purpose.of(row.named ?? '');
    return { id: row.id, purpose: wanted, plain: keys.open(wanted, row.sealed) };
  });
  await sql`
    update ${sql.table(table)} as old set ${sql.ref(column)} = given.sealed
    from unnest(${opened.map((row) => row.id)}::text[],
      ${opened.map((row) => keys.seal(row.purpose, row.plain))}::text[]) as given (id, sealed)
    where old.${key} = given.id::${type}`.execute(tx);
  await store.also?.(tx, keys, opened);
  return { last: opened.at(-1)?.id ?? null, renewed: opened.length };
};
