import { type RawBuilder, sql } from 'kysely';
import type { RowOfBytes } from './bytes-query.ts';
import { bytesMark } from './checked-pool.ts';
import type { Transaction } from './transaction.ts';

/**
 * The rows of a select as bytes, in each type's binary output. For a few rows of many kilobytes: the driver has its
 * answers spelt as text, which for bytes is two digits each, made there and read here. The select takes no parameters
 * (`sql.lit` instead).
 */
export const selectBytes = async (
  tx: Transaction,
  select: RawBuilder<unknown>,
): Promise<readonly RowOfBytes[]> => {
  const { rows } =
    await sql<RowOfBytes>`${sql.raw(bytesMark)} copy (${select}) to stdout (format binary)`.execute(tx);
  return rows;
};
