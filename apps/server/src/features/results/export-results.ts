import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { levelName, type MapScope } from './map-scope.ts';
import { racePlaceAt } from './race-place.ts';
import { type AreaTotals, readTotals } from './read-tallies.ts';

interface ExportRow {
  readonly area: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly stationsReported: number;
  readonly stations: number;
  readonly registered: number;
  readonly cast: number;
  readonly rejected: number;
  readonly votes: Readonly<Record<string, number>>;
}

/** Every area from the whole to the level asked for (the districts of the race where none is). */
const exportRows = async (db: Database, { election, place, childLevel }: MapScope): Promise<ExportRow[]> => {
  const { register } = election;
  const last = Math.max(childLevel ?? 0, place.race.districtLevel);
  const areas = Array.from({ length: last + 1 }, (_, level) => register.descendantsAt(0, level)).flat();
  const totals = await readTotals(db, { election, race: place.race, basis: election.basis, areas });
  return areas.map((area) => describe(election, { place, area, totals: totals.get(area) }));
};

const describe = (
  election: ElectionFacts,
  known: { place: MapScope['place']; area: number; totals: AreaTotals | undefined },
): ExportRow => {
  const { register } = election;
  const { area, totals } = known;
  const { lines } = racePlaceAt(known.place.race, area);
  return {
    area: register.codes[area] ?? '',
    name: register.names[area] ?? '',
    level: levelName(election, register.level[area] ?? 0),
    parent: register.codes[register.parent[area] ?? -1] ?? null,
    stationsReported: totals?.stations ?? 0,
    stations: register.stations[area] ?? 0,
    registered: register.registeredBelow[area] ?? 0,
    cast: totals?.cast ?? 0,
    rejected: totals?.rejected ?? 0,
    votes: Object.fromEntries(lines.map((line, at) => [line.code, totals?.votes[at] ?? 0])),
  };
};

export const exportJson = async (db: Database, scope: MapScope): Promise<string> =>
  JSON.stringify({
    election: scope.election.code,
    race: scope.place.race.code,
    basis: scope.election.basis,
    state: scope.election.state,
    simulated: scope.election.simulated,
    areas: await exportRows(db, scope),
  });

const head =
  'election,race,basis,area,name,level,parent,stations_reported,stations,registered,cast,rejected,choice,votes';

/** One line an area and choice, RFC 4180. */
export const exportCsv = async (db: Database, scope: MapScope): Promise<string> => {
  const { election, place } = scope;
  const rows = await exportRows(db, scope);
  const lines = rows.flatMap((row) =>
    Object.entries(row.votes).map(([choice, votes]) =>
      [
        election.code,
        place.race.code,
        election.basis,
        row.area,
        row.name,
        row.level,
        row.parent ?? '',
        row.stationsReported,
        row.stations,
        row.registered,
        row.cast,
        row.rejected,
        choice,
        votes,
      ]
        .map(csvField)
        .join(','),
    ),
  );
  return `${head}\r\n${lines.join('\r\n')}\r\n`;
};

/** Quoted where needed; a leading formula sign is defused, because people open these files in spreadsheets. */
const csvField = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
