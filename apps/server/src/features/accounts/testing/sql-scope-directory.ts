import { type AreaId, type ElectionId, err, isUuid, ok } from '@comitium/basics';
import { problem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { ScopeDirectory, ScopeIds } from '../grants/scope-directory.ts';

/** A scope directory that asks the tables of the rooms above; theirs answers from memory. */
export const createSqlScopeDirectory = ({ kysely }: Database): ScopeDirectory => {
  const findElection = async (reference: string) => {
    const column = sql.ref(isUuid(reference) ? 'id' : 'code');
    const { rows } = await sql<{ id: ElectionId; register_id: string; name: string }>`
      select id, register_id, name from election where ${column} = ${reference}`.execute(kysely);
    return rows[0];
  };
  const pathOf = async (reference: string, registerId: string | null) => {
    const { rows } = await sql<{ id: AreaId }>`
      with recursive path (id, parent_id, step) as (
        select id, parent_id, 0 from area where
          ${sql.ref(isUuid(reference) ? 'id' : 'code')} = ${reference}
          and (${registerId}::uuid is null or register_id = ${registerId})
        union all select area.id, area.parent_id, step + 1 from area join path on area.id = path.parent_id
      ) select id from path order by step`.execute(kysely);
    return rows.map(({ id }) => id);
  };
  const nameOf = async ({ electionId, areaId }: ScopeIds): Promise<string> => {
    const { rows } = await sql<{ name: string | null }>`
      select concat_ws(', ', (select name from area where id = ${areaId}),
        (select name from election where id = ${electionId})) as name`.execute(kysely);
    return rows[0]?.name || 'everywhere';
  };
  return {
    resolve: async ({ election, area, own = false }) => {
      const found = election === undefined ? null : await findElection(election);
      if (found === undefined) return err(problem('election_not_found', 'There is no such election.'));
      if (area === undefined) return ok({ electionId: found?.id ?? null, areaId: null, areaPath: [], own });
      const areaPath = await pathOf(area, found?.register_id ?? null);
      const areaId = areaPath[0];
      if (areaId === undefined) return err(problem('area_not_found', 'There is no such area.'));
      return ok({ electionId: found?.id ?? null, areaId, areaPath, own });
    },
    namesOf: (scopes) => Promise.all(scopes.map(nameOf)),
  };
};
