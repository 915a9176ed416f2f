import { err, ok, type Result } from '@comitium/basics';
import {
  type PageOf,
  type Problem,
  problem,
  type Sheet,
  type SheetDetail,
  type SheetStatus,
  type SheetWarning,
} from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { fold } from '../territory/index.ts';
import { describeStation } from './describe-station.ts';
import { decodeCursor, encodeCursor } from './sheet-cursor.ts';
import { listHistory, listRevisions } from './sheet-history-queries.ts';
import { stationsCalled } from './stations-called.ts';
import { choicesToVotes } from './votes-by-choice.ts';

export interface SheetFilter {
  readonly area?: string;
  readonly contest?: string;
  readonly race?: string;
  readonly status?: SheetStatus;
  readonly source?: string;
  readonly since?: string;
  readonly flagged?: boolean;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
  /** Only these stations, by id; all where it is null. */
  readonly within?: readonly string[] | null;
}

export interface SheetRow {
  readonly id: string;
  readonly revision: number;
  readonly status: SheetStatus;
  readonly contest_id: string;
  readonly station_id: string;
  readonly votes: number[];
  readonly rejected: number;
  readonly cast_ballots: number;
  readonly registered: number;
  readonly source: string;
  readonly author_id: string;
  readonly author_name: string | null;
  readonly received_at: Date;
  readonly updated_at: Date;
  readonly warnings: SheetWarning[];
  readonly attachments: string[];
  readonly note: string | null;
  readonly captured_at: Date | null;
}

export const selectSheet = sql`
  select s.id, s.election_id, s.revision, s.status, s.contest_id, s.station_id, s.votes, s.rejected, s.cast_ballots, s.registered,
    s.source, s.author_id, p.name as author_name, s.received_at, s.updated_at, r.warnings, r.attachments, r.note,
    r.captured_at
  from sheet s
  join sheet_revision r on r.sheet_id = s.id and r.revision = s.revision
  left join person p on p.id = s.author_id`;

export const sheetOfRow = (election: ElectionFacts, row: SheetRow): Sheet => {
  const contest = election.contest(row.contest_id);
  if (contest === undefined) throw new Error(`sheet ${row.id} has lost its place`);
  return {
    id: row.id,
    revision: row.revision,
    status: row.status,
    election: election.code,
    race: contest.race.code,
    contest: contest.code,
    contestName: contest.name,
    station: describeStation(election, row.station_id),
    votes: choicesToVotes(contest, row.votes),
    rejected: row.rejected,
    cast: row.cast_ballots,
    registered: row.registered,
    source: row.source,
    author: row.author_name ?? row.author_id,
    capturedAt: row.captured_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    warnings: row.warnings,
    attachments: row.attachments,
    note: row.note,
  };
};

/** The sheet as it stands; throws where there is none. */
export const findSheet = async (db: Database, election: ElectionFacts, sheetId: string): Promise<Sheet> => {
  const { rows } = await sql<SheetRow>`${selectSheet} where s.id = ${sheetId}`.execute(db.kysely);
  const row = rows[0];
  if (row === undefined) throw new Error(`there is no sheet ${sheetId}`);
  return sheetOfRow(election, row);
};

export const findSheetDetail = async (
  db: Database,
  election: ElectionFacts,
  sheetId: string,
): Promise<SheetDetail | null> => {
  const { rows } = await sql<SheetRow>`
    ${selectSheet} where s.id = ${sheetId} and s.election_id = ${election.id}`.execute(db.kysely);
  const row = rows[0];
  if (row === undefined) return null;
  const contest = election.contest(row.contest_id);
  if (contest === undefined) throw new Error(`sheet ${sheetId} has lost its contest`);
  return {
    sheet: sheetOfRow(election, row),
    revisions: await listRevisions(db, contest, sheetId),
    history: await listHistory(db, sheetId),
  };
};

/** Sheets of an election, the newest change first, a page at a time. */
export const listSheets = async (
  db: Database,
  election: ElectionFacts,
  filter: SheetFilter,
): Promise<Result<PageOf<Sheet>, Problem>> => {
  const conditions = conditionsOf(election, filter);
  if (!conditions.ok) return conditions;
  const limit = filter.limit ?? 20;
  const { rows } = await sql<SheetRow>`${selectSheet}
    where ${sql.join(conditions.value, sql` and `)}
    order by s.updated_at desc, s.id desc limit ${limit + 1}`.execute(db.kysely);
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  return ok({
    items: rows.slice(0, limit).map((row) => sheetOfRow(election, row)),
    nextCursor: more ? encodeCursor({ at: last.updated_at, id: last.id }) : null,
  });
};

const conditionsOf = (
  election: ElectionFacts,
  filter: SheetFilter,
): Result<ReturnType<typeof sql>[], Problem> => {
  const conditions = [sql`s.election_id = ${election.id}`];
  if (filter.status !== undefined) conditions.push(sql`s.status = ${filter.status}`);
  if (filter.source !== undefined) conditions.push(sql`s.source = ${filter.source}`);
  if (filter.flagged !== undefined) conditions.push(sql`s.flagged = ${filter.flagged}`);
  if (filter.since !== undefined) conditions.push(sql`s.updated_at >= ${filter.since}::timestamptz`);
  if (filter.race !== undefined) conditions.push(sql`s.race_id = ${election.race(filter.race)?.id ?? null}`);
  if (filter.contest !== undefined) {
    const contest = election.contest(filter.contest);
    if (contest === undefined)
      return err(problem('contest_not_found', `There is no contest ${filter.contest}.`));
    conditions.push(sql`s.contest_id = ${contest.id}`);
  }
  if (filter.area !== undefined) {
    const below = stationsBelow(election, filter.area);
    if (below === null) return err(problem('area_not_found', `There is no area ${filter.area}.`));
    if (election.register.find(filter.area) !== 0) {
      conditions.push(sql`s.station_id = any(${below}::uuid[])`);
    }
  }
  const wanted = fold(filter.q?.trim() ?? '');
  if (wanted !== '') {
    conditions.push(sql`s.station_id = any(${stationsCalled(election, wanted)}::uuid[])`);
  }
  if (filter.within) conditions.push(sql`s.station_id = any(${[...filter.within]}::uuid[])`);
  if (filter.cursor !== undefined) {
    const cursor = decodeCursor(filter.cursor);
    if (cursor === null) return err(problem('cursor_invalid', 'Start again from the first page.'));
    conditions.push(sql`(s.updated_at, s.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`);
  }
  return ok(conditions as ReturnType<typeof sql>[]);
};

const stationsBelow = ({ register }: ElectionFacts, reference: string): string[] | null => {
  const area = register.find(reference);
  if (area === undefined) return null;
  return register
    .descendantsAt(area, register.levels.length - 1)
    .map((station) => register.ids[station] ?? '');
};
