import { type Revision, revisionDelta } from '@comitium/tally';
import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/index.ts';
import type { LedgerPosition, RecordedEvent } from '../../platform/ledger/index.ts';
import type { ElectionBook, ElectionFacts, RaceFacts } from '../elections/index.ts';
import type { Place } from './sheet-neighbours.ts';

/** An area whose lead went from one line to another. */
export interface LeadChange {
  readonly area: number;
  readonly from: string;
  readonly to: string;
}

/** Who leads the upper areas, kept exactly by following the ledger from a known moment. */
export interface Standings {
  /** Reads what is counted now; later events change it from there. */
  load(): Promise<void>;
  /** Applies a sheet's event once, and tells which leads it changed. */
  apply(
    place: Place,
    change: { event: RecordedEvent; before: Revision | null; after: Revision },
  ): LeadChange[];
}

/** The moment of the load: events of transactions below `firstOpen`, and those listed, are in it already. */
interface Loaded {
  readonly era: number;
  readonly firstOpen: number;
  readonly listed: ReadonlySet<number>;
}

/** By race, then by the area's place in the register. */
type Votes = Map<string, Map<number, Float64Array>>;

export const createStandings = (db: Database, elections: ElectionBook): Standings => {
  const votesOf: Votes = new Map();
  let loaded: Loaded = { era: 0, firstOpen: 0, listed: new Set() };
  return {
    load: async () => {
      const found = await readAll(db, elections);
      for (const [raceId, votes] of found.votes) votesOf.set(raceId, votes);
      loaded = found.loaded;
    },
    apply: (place, { event, before, after }) => {
      const delta = revisionDelta(before, after, 'provisional');
      if (delta === null || isIn(loaded, event.position)) return [];
      const { race } = place.contest;
      const changes: LeadChange[] = [];
      const ofRace = votesOf.get(race.id) ?? new Map<number, Float64Array>();
      votesOf.set(race.id, ofRace);
      for (const area of areasShown(place)) {
        const contest = race.contestAt(area);
        const columnOf = contest === undefined ? place.contest.columnOf : null;
        const width = contest?.choices.length ?? race.columns.length;
        const votes = ofRace.get(area) ?? new Float64Array(width);
        ofRace.set(area, votes);
        const from = leaderOf(votes);
        addTo(votes, delta.votes, columnOf);
        const to = leaderOf(votes);
        if (from === to || from < 0 || to < 0) continue;
        const lines = contest?.choices ?? race.columns;
        changes.push({ area, from: lines[from]?.code ?? '', to: lines[to]?.code ?? '' });
      }
      return changes;
    },
  };
};

const addTo = (votes: Float64Array, added: readonly number[], columnOf: Int32Array | null): void => {
  for (let choice = 0; choice < added.length; choice++) {
    const at = columnOf === null ? choice : (columnOf[choice] ?? 0);
    votes[at] = (votes[at] ?? 0) + (added[choice] ?? 0);
  }
};

const isIn = ({ era, firstOpen, listed }: Loaded, position: LedgerPosition): boolean =>
  position.era < era || (position.era === era && position.tx < firstOpen) || listed.has(position.id);

/** -1 where nobody or several lead. Asked for several areas of every sheet, so it makes nothing. */
const leaderOf = (votes: Float64Array): number => {
  let leader = -1;
  let most = 0;
  for (let at = 0; at < votes.length; at++) {
    const count = votes[at] ?? 0;
    if (count > most) {
      most = count;
      leader = at;
    } else if (count === most) leader = -1;
  }
  return most === 0 ? -1 : leader;
};

/** Levels below the whole that people follow by name: down to the districts, two at least. */
const deepestShown = ({ districtLevel }: RaceFacts): number => Math.max(2, districtLevel);

const areasShown = ({ election: { register }, contest, stationIndex }: Place): number[] =>
  register.path(stationIndex).filter((area) => {
    const level = register.level[area] ?? 0;
    return level > 0 && level <= deepestShown(contest.race) && !register.isStation(area);
  });

const readAll = async (db: Database, elections: ElectionBook): Promise<{ votes: Votes; loaded: Loaded }> => {
  const known = await elections.list();
  return inTransaction(
    db,
    async (tx) => {
      const open = await sql<{ era: number; xmin: string }>`
        select era, pg_snapshot_xmin(pg_current_snapshot())::text as xmin from ledger_era`.execute(tx);
      const { era = 0, xmin = '0' } = open.rows[0] ?? {};
      const listed = await sql<{ id: number }>`
        select id from ledger where era = ${era} and tx >= ${xmin}::xid8`.execute(tx);
      const rows = await sql<{ race_id: string; area_id: string; votes: number[] }>`
        select t.race_id, t.area_id, t.votes from tally t join area a on a.id = t.area_id
        where t.basis = 0 and a.level between 1 and 4`.execute(tx);
      const votes: Votes = new Map();
      for (const row of rows.rows) {
        const area = findArea(known, row);
        if (area === null) continue;
        const ofRace = votes.get(row.race_id) ?? new Map<number, Float64Array>();
        votes.set(row.race_id, ofRace.set(area, Float64Array.from(row.votes)));
      }
      return {
        votes,
        loaded: { era, firstOpen: Number(xmin), listed: new Set(listed.rows.map((row) => row.id)) },
      };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
};

const findArea = (
  elections: readonly ElectionFacts[],
  row: { race_id: string; area_id: string },
): number | null => {
  const election = elections.find((one) => one.race(row.race_id) !== undefined);
  return election?.register.find(row.area_id) ?? null;
};
