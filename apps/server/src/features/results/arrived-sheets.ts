import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';

/** A station that has sent figures of a race, whatever became of them. */
export interface ArrivedSheet {
  /** Code of the station. */
  readonly station: string;
  /** Code of the race. */
  readonly race: string;
  /** Corrected, verified, certified or rejected since. */
  readonly dealtWith: boolean;
}

/** One row for each station and race of an election that something has come for. */
export const listArrivedSheets = async (
  db: { readonly kysely: Kysely<DatabaseSchema> },
  electionId: string,
): Promise<ArrivedSheet[]> => {
  const { rows } = await sql<ArrivedSheet>`
    select a.code as station, r.code as race,
      bool_or(s.revision > 1 or s.status not in ('accepted', 'held')) as "dealtWith"
    from sheet s join area a on a.id = s.station_id join race r on r.id = s.race_id
    where s.election_id = ${electionId} group by a.code, r.code`.execute(db.kysely);
  return rows;
};
