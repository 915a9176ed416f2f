import type { Timeline } from '@comitium/contract';
import type { Database } from '../../platform/database/index.ts';
import type { MapScope } from './map-scope.ts';

/** The course of the night in an area: totals at the end of each minute that brought something. */
export const readTimeline = async (db: Database, { election, place }: MapScope): Promise<Timeline> => {
  const rows = await db.kysely
    .selectFrom('timeline')
    .selectAll()
    .where('race_id', '=', place.race.id)
    .where('area_id', '=', election.register.ids[place.area] ?? '')
    .orderBy('minute')
    .execute();
  const votes = place.lines.map(() => 0);
  let stationsReported = 0;
  let cast = 0;
  const points = rows.map((row) => {
    for (const [at, count] of row.votes.entries()) votes[at] = (votes[at] ?? 0) + count;
    stationsReported += row.stations;
    cast += row.cast_ballots;
    return {
      at: row.minute.toISOString(),
      stationsReported,
      cast,
      votes: Object.fromEntries(place.lines.map((line, at) => [line.code, votes[at] ?? 0])),
    };
  });
  return {
    scope: election.register.codes[place.area] ?? '',
    race: place.race.code,
    basis: 'provisional',
    points,
  };
};
