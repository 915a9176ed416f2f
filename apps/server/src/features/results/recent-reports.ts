import type { Report } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { RecordedEvent } from '../../platform/ledger/index.ts';
import type { ElectionFacts, RaceFacts } from '../elections/index.ts';
import type { SheetEventPayload } from './result-events.ts';

/** The newest reports of each race, kept per process and fed by the ledger. */
export interface RecentReports {
  /** The newest first, of stations at or below the area. */
  list(election: ElectionFacts, race: RaceFacts, asked: { area: number; most: number }): Promise<Report[]>;
  remember(event: RecordedEvent, election: ElectionFacts): void;
}

interface Kept {
  /** Sheet, revision and kind: an event that was already read from the database is not listed twice. */
  readonly key: string;
  readonly station: number;
  readonly at: Date;
  readonly kind: Report['kind'];
  readonly votes: readonly number[];
  readonly cast: number;
}

const mostKept = 4000;

interface Reports {
  /** The newest last. */
  readonly all: Kept[];
  readonly keys: Set<string>;
}

const asReports = (all: Kept[]): Reports => ({ all, keys: new Set(all.map(({ key }) => key)) });

const kinds: Readonly<Record<string, Report['kind']>> = {
  'sheet.submitted': 'submitted',
  'sheet.corrected': 'corrected',
  'sheet.rejected': 'rejected',
  'sheet.released': 'released',
  'sheet.verified': 'verified',
  'sheet.certified': 'certified',
};

export const createRecentReports = (db: Database): RecentReports => {
  const kept = new Map<string, Promise<Reports>>();
  const of = (election: ElectionFacts, race: RaceFacts): Promise<Reports> => {
    let reports = kept.get(race.id);
    if (reports === undefined) {
      reports = readNewest(db, election, race).then(asReports);
      kept.set(race.id, reports);
      reports.catch(() => kept.delete(race.id));
    }
    return reports;
  };
  return {
    list: async (election, race, { area, most }) => {
      const reports: Report[] = [];
      const { all } = await of(election, race);
      for (let at = all.length - 1; at >= 0 && reports.length < most; at--) {
        const one = all[at];
        if (one !== undefined && isBelow(election, one.station, area))
          reports.push(describe(election, race, one));
      }
      return reports;
    },
    remember: (event, election) => {
      const payload = event.payload as unknown as SheetEventPayload;
      const kind = kinds[event.type];
      const station = election.register.find(payload.stationId);
      const reports = kept.get(payload.raceId);
      if (kind === undefined || station === undefined || reports === undefined) return;
      if (payload.after.status === 'held' || payload.before?.status === 'held') {
        if (kind !== 'released' && kind !== 'corrected') return;
      }
      const { votes, cast } = payload.after.figures;
      const key = keyOf(payload.sheetId, payload.revision, kind);
      const one = { key, station, at: event.occurredAt, kind, votes, cast };
      void reports.then(({ all, keys }) => {
        if (keys.has(key)) return;
        keys.add(key);
        all.push(one);
        if (all.length <= 2 * mostKept) return;
        for (const old of all.splice(0, all.length - mostKept)) keys.delete(old.key);
      });
    },
  };
};

const isBelow = ({ register }: ElectionFacts, station: number, area: number): boolean => {
  for (let at = station; at >= 0; at = register.parent[at] ?? -1) if (at === area) return true;
  return false;
};

const describe = (election: ElectionFacts, race: RaceFacts, one: Kept): Report => {
  const { register } = election;
  const contest = race.contestAt(one.station);
  const most = Math.max(...one.votes);
  const leader = one.votes.filter((votes) => votes === most).length === 1 ? one.votes.indexOf(most) : -1;
  const path = register.path(one.station);
  const place = path.at(-3) ?? path[1] ?? one.station;
  const code = contest?.choices[leader]?.code;
  return {
    station: register.codes[one.station] ?? '',
    name: register.names[one.station] ?? '',
    area: register.names[place] ?? '',
    kind: one.kind,
    ...(code === undefined ? {} : { leader: code }),
    cast: one.cast,
    at: one.at.toISOString(),
  };
};

const keyOf = (sheetId: string, revision: number, kind: string): string => `${sheetId} ${revision} ${kind}`;

interface NewestRow {
  readonly id: string;
  readonly station_id: string;
  readonly updated_at: Date;
  readonly revision: number;
  readonly votes: number[];
  readonly cast_ballots: number;
}

const readNewest = async (db: Database, election: ElectionFacts, race: RaceFacts): Promise<Kept[]> => {
  const { rows } = await sql<NewestRow>`
    select id, station_id, updated_at, revision, votes, cast_ballots from sheet
    where election_id = ${election.id} and race_id = ${race.id} and status not in ('held', 'rejected')
    order by updated_at desc, id desc limit ${mostKept}`.execute(db.kysely);
  return rows.reverse().flatMap((row) => {
    const station = election.register.find(row.station_id);
    const kind = row.revision === 1 ? ('submitted' as const) : ('corrected' as const);
    const { votes, updated_at: at, cast_ballots: cast } = row;
    const key = keyOf(row.id, row.revision, kind);
    return station === undefined ? [] : [{ key, station, at, kind, votes, cast }];
  });
};
