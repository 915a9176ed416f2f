import type { AreaId, ContestId, UserId } from '@comitium/basics';
import { sql } from 'kysely';
import type { Caller } from '../../platform/access/allows.ts';
import type { Feature } from '../../platform/feature.ts';
import { type Follower, type LedgerPosition, ledgerStart } from '../../platform/ledger/index.ts';
import type { LiveHub } from '../../platform/live/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ElectionBook, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { areaRoutes } from './area-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { conflictRoutes } from './conflict-routes.ts';
import { createRecounts, type Recount } from './create-recounts.ts';
import { deskTopic } from './desk-topic.ts';
import { electionsTopic } from './elections-topic.ts';
import { exportRoutes } from './export-routes.ts';
import { findLiveSheets, type LiveSheet } from './find-live-sheets.ts';
import { createIntake } from './intake.ts';
import { createNeighbourLoader } from './load-neighbours.ts';
import type { MapReaderParts } from './map-reader.ts';
import { type MapRouteParts, mapRoutes } from './map-routes.ts';
import { mapTopic } from './map-topic.ts';
import { presenterTopic } from './presenter-topic.ts';
import { createPulse } from './pulse.ts';
import { mayReadStation } from './reading-right.ts';
import { createRecentReports } from './recent-reports.ts';
import { recountJob } from './recount-job.ts';
import type { ResultsContext } from './results-context.ts';
import { followResults } from './results-follower.ts';
import { createSheetNeighbours } from './sheet-neighbours.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { createStandings } from './standings.ts';
import { createBefore } from './tell-following.ts';
import { followTimeline } from './timeline-follower.ts';

export interface ResultsDependencies {
  readonly hub: LiveHub;
  readonly elections: ElectionBook;
  readonly listFiles: ResultsContext['listFiles'];
  boundaryUrl(registerId: ElectionFacts['registerId'], level: number): Promise<string | null>;
  listShapes: MapRouteParts['listShapes'];
  callerOfPerson(id: UserId): Promise<Caller>;
}

/** What the composition root and the program's commands use of results. */
export interface Results extends Feature {
  /** What it finds is kept, for the metrics of every process. */
  readonly recount: Recount;
  /** Live sheets of stations, for the correspondent's list. */
  findLiveSheets(contestIds: readonly ContestId[], stationIds: readonly AreaId[]): Promise<LiveSheet[]>;
  hasSheets(electionId: string): Promise<boolean>;
  /** Whether every station of every race has a certified sheet. */
  canCertify(election: ElectionFacts): Promise<boolean>;
  /** Whether the file is part of a sheet of an election whose sheets the caller may read. */
  mayReadFile(caller: Caller, fileId: string): Promise<boolean>;
}

export const createResults = (platform: Platform, needs: ResultsDependencies): Results => {
  const { db } = platform;
  const { hub, elections } = needs;
  const before = createBefore(db, elections);
  const { previous, previousStations, seatsBefore } = before;
  const neighbours = createSheetNeighbours(previousStations);
  const loader = createNeighbourLoader(db, elections, { neighbours, previous: previousStations });
  const recent = createRecentReports(db);
  const pulse = createPulse();
  const standings = createStandings(db, elections);
  const intake = createIntake(platform);
  const recount = createRecounts(platform);
  const context: ResultsContext = { platform, elections, intake, neighbours, listFiles: needs.listFiles };
  const reader: MapReaderParts = {
    db,
    previous,
    recent,
    boundaryUrl: needs.boundaryUrl,
    seatsBefore,
  };
  const now = (): Date => platform.clock.now();
  const presenter = { elections, reader, pulse, now, callerOfPerson: needs.callerOfPerson };
  hub.register(mapTopic(elections, reader));
  hub.register(presenterTopic(presenter));
  hub.register(deskTopic({ db, elections, now, callerOfPerson: needs.callerOfPerson }));
  hub.register(electionsTopic(db, elections));
  let followers: Follower[] = [];
  return {
    name: 'results',
    routes: [
      ...sheetRoutes(context),
      ...batchRoutes(context),
      ...areaRoutes(context),
      ...conflictRoutes(context),
      ...exportRoutes({ context, reader }),
      ...mapRoutes({ context, hub, reader, presenter, listShapes: needs.listShapes }),
    ],
    jobs: [recountJob(elections, recount)],
    start: async () => {
      const from = await somewhatBack(platform);
      await standings.load();
      const live = await followResults({
        platform,
        hub,
        ...before,
        neighbours,
        loader,
        recent,
        pulse,
        standings,
        from,
      });
      followers = [live, await followTimeline(platform, elections)];
      await loader.loadAll();
    },
    stop: async () => {
      await intake.stop();
      await Promise.all(followers.map((follower) => follower.stop()));
    },
    recount,
    findLiveSheets: (contestIds, stationIds) => findLiveSheets(db, elections, { contestIds, stationIds }),
    hasSheets: (electionId) => hasSheets(platform, electionId),
    canCertify: (election) => canCertify(platform, election),
    mayReadFile: (caller, fileId) => mayReadFile(platform, elections, { caller, fileId }),
  };
};

/** A place in the ledger far enough back for the presenter's last minutes, and near enough to catch up at once. */
const eventsReplayed = 20_000;

const somewhatBack = async ({ db }: Platform): Promise<LedgerPosition> => {
  const { rows } = await sql<{ era: number; tx: string; id: number }>`
    select era, tx, id from ledger where id > (select coalesce(max(id), 0) from ledger) - ${eventsReplayed}
    order by era, tx, id limit 1`.execute(db.kysely);
  const row = rows[0];
  return row === undefined ? ledgerStart : { era: row.era, tx: Number(row.tx), id: row.id - 1 };
};

const hasSheets = async ({ db }: Platform, electionId: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from sheet where election_id = ${electionId}) as found`.execute(db.kysely);
  return rows[0]?.found ?? false;
};

const canCertify = async ({ db }: Platform, election: ElectionFacts): Promise<boolean> => {
  const { rows } = await sql<{ race_id: string; sheets: number }>`
    select race_id, count(*)::int as sheets from sheet
    where election_id = ${election.id} and status = 'certified' group by race_id`.execute(db.kysely);
  const certified = new Map(rows.map((row) => [row.race_id, row.sheets]));
  return election.races.every((race) => certified.get(race.id) === stationsOf(election, race));
};

const stationsOf = ({ register }: ElectionFacts, race: RaceFacts): number =>
  race.contests.reduce((sum, contest) => sum + (register.stations[contest.areaIndex] ?? 0), 0);

const mayReadFile = async (
  { db, clock }: Platform,
  elections: ElectionBook,
  { caller, fileId }: { caller: Caller; fileId: string },
): Promise<boolean> => {
  const { rows } = await sql<{ election_id: string; station_id: string }>`
    select distinct s.election_id, s.station_id from sheet_revision r join sheet s on s.id = r.sheet_id
    where r.attachments @> array[${fileId}::uuid] and cardinality(r.attachments) > 0
    union select election_id, station_id from sheet_conflict
    where attachments @> array[${fileId}::uuid] and cardinality(attachments) > 0`.execute(db.kysely);
  for (const { election_id, station_id } of rows) {
    const election = await elections.find(election_id);
    if (election !== null && mayReadStation(election, station_id, { caller, now: clock.now() })) return true;
  }
  return false;
};
