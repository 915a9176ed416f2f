import type { Database } from '../../platform/database/index.ts';
import { csvField } from '../../platform/http/csv-field.ts';
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

/** Areas that are put into words before others are served. */
const areasAtOnce = 500;

/**
 * Every area from the whole to the level asked for (the districts of the race where none is), read at once and put
 * into words some at a time: the stations of a country are a long text, and making it must not stop everybody else.
 */
async function* exportRows(
  db: Database,
  { election, place, childLevel }: MapScope,
): AsyncGenerator<ExportRow[]> {
  const { register } = election;
  const last = Math.max(childLevel ?? 0, place.race.districtLevel);
  const areas = Array.from({ length: last + 1 }, (_, level) => register.descendantsAt(0, level)).flat();
  const totals = await readTotals(db, { election, race: place.race, basis: election.basis, areas });
  for (let from = 0; from < areas.length; from += areasAtOnce) {
    yield areas
      .slice(from, from + areasAtOnce)
      .map((area) => describe(election, { place, area, totals: totals.get(area) }));
  }
}

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

export async function* exportJson(db: Database, scope: MapScope): AsyncGenerator<string> {
  const { election, place } = scope;
  const about = {
    election: election.code,
    race: place.race.code,
    basis: election.basis,
    state: election.state,
    simulated: election.simulated,
  };
  let before = `${JSON.stringify(about).slice(0, -1)},"areas":[`;
  for await (const rows of exportRows(db, scope)) {
    yield before + rows.map((row) => JSON.stringify(row)).join(',');
    before = ',';
  }
  yield ']}';
}

const head =
  'election,race,basis,area,name,level,parent,stations_reported,stations,registered,cast,rejected,choice,votes';

/** One line an area and choice, RFC 4180. */
export async function* exportCsv(db: Database, scope: MapScope): AsyncGenerator<string> {
  yield `${head}\r\n`;
  for await (const rows of exportRows(db, scope)) {
    yield rows.flatMap((row) => linesOf(scope, row)).join('');
  }
}

const linesOf = ({ election, place }: MapScope, row: ExportRow): string[] => {
  const start = [
    election.code,
    place.race.code,
    election.basis,
    row.area,
    row.name,
    row.level,
    row.parent ?? '',
  ]
    .map(csvField)
    .join(',');
  const counts = [row.stationsReported, row.stations, row.registered, row.cast, row.rejected].join(',');
  return Object.entries(row.votes).map(
    ([choice, votes]) => `${start},${counts},${csvField(choice)},${votes}\r\n`,
  );
};
