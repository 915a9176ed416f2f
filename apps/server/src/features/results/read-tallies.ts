import type { Basis } from '@comitium/contract';
import { countedIn } from '@comitium/tally';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts, RaceFacts } from '../elections/index.ts';
import { basisNumber, type SheetTable, type TallyTable } from './results-schema.ts';

/** Totals of an area, and when they last changed; `onRegister` adds up the register of the stations that count. */
export interface AreaTotals {
  readonly votes: readonly number[];
  readonly rejected: number;
  readonly cast: number;
  readonly registered: number;
  readonly onRegister: number;
  readonly stations: number;
  readonly updatedAt: Date;
}

export interface TotalsAsked {
  readonly election: ElectionFacts;
  readonly race: RaceFacts;
  readonly basis: Basis;
  readonly areas: readonly number[];
}

/** Totals by area index. Areas above the station come from the stored totals, stations from their sheets. */
export const readTotals = async (db: Database, asked: TotalsAsked): Promise<Map<number, AreaTotals>> => {
  const { register } = asked.election;
  const above = asked.areas.filter((area) => !register.isStation(area));
  const stations = asked.areas.filter((area) => register.isStation(area));
  const totals = new Map<number, AreaTotals>();
  if (above.length > 0) await readStored(db, { ...asked, areas: above }, totals);
  if (stations.length > 0) await readSheets(db, { ...asked, areas: stations }, totals);
  return totals;
};

const readStored = async (
  db: Database,
  asked: TotalsAsked,
  totals: Map<number, AreaTotals>,
): Promise<void> => {
  const { register } = asked.election;
  const ids = asked.areas.map((area) => register.ids[area] ?? '');
  const { rows } = await sql<TallyTable>`
    select area_id, votes, rejected, cast_ballots, registered, on_register, stations, updated_at from tally
    where race_id = ${asked.race.id} and area_id = any(${ids}::uuid[]) and basis = ${basisNumber[asked.basis]}`.execute(
    db.kysely,
  );
  for (const row of rows) {
    const area = register.find(row.area_id);
    if (area === undefined) continue;
    totals.set(area, {
      votes: row.votes,
      rejected: row.rejected,
      cast: row.cast_ballots,
      registered: row.registered,
      onRegister: row.on_register,
      stations: row.stations,
      updatedAt: row.updated_at,
    });
  }
};

type CountedSheet = Pick<
  SheetTable,
  'station_id' | 'status' | 'votes' | 'rejected' | 'cast_ballots' | 'registered' | 'updated_at'
>;

const readSheets = async (
  db: Database,
  asked: TotalsAsked,
  totals: Map<number, AreaTotals>,
): Promise<void> => {
  const { register } = asked.election;
  const ids = asked.areas.map((area) => register.ids[area] ?? '');
  const { rows } = await sql<CountedSheet>`
    select station_id, status, votes, rejected, cast_ballots, registered, updated_at from sheet
    where station_id = any(${ids}::uuid[]) and race_id = ${asked.race.id} and status <> 'rejected'`.execute(
    db.kysely,
  );
  for (const row of rows) {
    const area = register.find(row.station_id);
    if (area === undefined || !countedIn(row.status, asked.basis)) continue;
    totals.set(area, {
      votes: row.votes,
      rejected: row.rejected,
      cast: row.cast_ballots,
      registered: row.registered,
      onRegister: register.registered[area] ?? 0,
      stations: 1,
      updatedAt: row.updated_at,
    });
  }
};

/** How many held sheets wait below each area of the race. */
export const readHeld = async (
  db: Database,
  { register }: ElectionFacts,
  race: RaceFacts,
): Promise<Map<number, number>> => {
  const { rows } = await sql<{ station_id: string }>`
    select station_id from sheet where race_id = ${race.id} and status = 'held'`.execute(db.kysely);
  const held = new Map<number, number>();
  for (const row of rows) {
    const station = register.find(row.station_id);
    if (station === undefined) continue;
    for (const area of register.path(station)) held.set(area, (held.get(area) ?? 0) + 1);
  }
  return held;
};

/** Calls by persons that stand, by area index. */
export const readCalls = async (
  db: Database,
  { register }: ElectionFacts,
  race: RaceFacts,
): Promise<Map<number, string>> => {
  const rows = await db.kysely
    .selectFrom('area_call')
    .select(['area_id', 'choice_code'])
    .where('race_id', '=', race.id)
    .where('withdrawn_at', 'is', null)
    .execute();
  const calls = new Map<number, string>();
  for (const row of rows) {
    const area = register.find(row.area_id);
    if (area !== undefined) calls.set(area, row.choice_code);
  }
  return calls;
};

/** A race in the whole country, undefined where nothing has come; its time is that of the last change anywhere. */
export const readWhole = async (
  db: Database,
  election: ElectionFacts,
  race: RaceFacts,
): Promise<AreaTotals | undefined> =>
  (await readTotals(db, { election, race, basis: election.basis, areas: [0] })).get(0);
