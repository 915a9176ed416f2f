import { type AreaId, type ElectionId, uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/** A country of one region with two stations and an election in it, by SQL: those rooms lie above accounts. */
export const seedTerritory = async ({ kysely }: Database) => {
  const register = uuidv7(Date.now());
  const id = () => uuidv7(Date.now()) as AreaId;
  const areas = { country: id(), region: id(), first: id(), second: id() };
  const election = uuidv7(Date.now()) as ElectionId;
  const other = uuidv7(Date.now()) as ElectionId;
  await sql`insert into register (id, code, name, levels)
    values (${register}, 'land', 'Land', '{national,region,station}')`.execute(kysely);
  await sql`insert into area (id, register_id, code, name, level, parent_id, registered, position) values
    (${areas.country}, ${register}, 'L', 'Land', 0, null, 20, 0),
    (${areas.region}, ${register}, 'L-1', 'North', 1, ${areas.country}, 20, 1),
    (${areas.first}, ${register}, 'L-1-1', 'School', 2, ${areas.region}, 10, 2),
    (${areas.second}, ${register}, 'L-1-2', 'Market', 2, ${areas.region}, 10, 3)`.execute(kysely);
  for (const [electionId, code] of [
    [election, 'land-2024'],
    [other, 'land-2028'],
  ]) {
    await sql`insert into election (id, code, name, kind, polling_date, register_id, state, basis, settings, simulated)
      values (${electionId}, ${code}, ${code}, 'general', '2024-12-07', ${register}, 'setup', 'provisional', '{}', true)`.execute(
      kysely,
    );
  }
  return { ...areas, election, other };
};
