import { type RawBuilder, sql } from 'kysely';
import { plainArray, type Transaction, vectorArray } from '../../platform/database/index.ts';
import type { TallyDelta } from './tally-deltas.ts';

/**
 * Adds the deltas to their totals. `rows` come in lock order (race, area, basis), and the statement keeps it, so two
 * writers on the same areas wait for each other but never deadlock. Vectors are added by a subquery and not by a
 * function, which costs four times as much: PostgreSQL starts an executor for each call of it.
 */
export const addToTallies = async (tx: Transaction, rows: readonly TallyDelta[], at: Date): Promise<void> => {
  if (rows.length > 0) await tallyAddition(rows, at).execute(tx);
};

/** The statement that adds; `rows` may be empty. */
export const tallyAddition = (rows: readonly TallyDelta[], at: Date): RawBuilder<unknown> => {
  const column = (pick: (row: TallyDelta) => string | number): string => plainArray(rows.map(pick));
  return sql`/* prepared */
    insert into tally (race_id, area_id, basis, votes, rejected, cast_ballots, registered, on_register,
      stations, updated_at)
    select race_id, area_id, basis, votes::bigint[], rejected, cast_ballots, registered, on_register, stations, ${at}::timestamptz
    from unnest(${column((row) => row.race.id)}::uuid[], ${column((row) => row.areaId)}::uuid[],
      ${column((row) => row.basis)}::smallint[], ${vectorArray(rows.map((row) => row.votes))}::text[],
      ${column((row) => row.rejected)}::bigint[], ${column((row) => row.cast)}::bigint[],
      ${column((row) => row.registered)}::bigint[], ${column((row) => row.onRegister)}::bigint[], ${column((row) => row.stations)}::int[])
      with ordinality as d (race_id, area_id, basis, votes, rejected, cast_ballots, registered, on_register, stations, n)
    order by n
    on conflict (race_id, area_id, basis) do update set
      votes = array(select stored + added from unnest(tally.votes, excluded.votes) as v (stored, added)),
      rejected = tally.rejected + excluded.rejected,
      cast_ballots = tally.cast_ballots + excluded.cast_ballots,
      registered = tally.registered + excluded.registered,
      on_register = tally.on_register + excluded.on_register,
      stations = tally.stations + excluded.stations,
      updated_at = greatest(tally.updated_at, excluded.updated_at)`;
};
