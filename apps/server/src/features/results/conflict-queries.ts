import { err, ok, type Result } from '@comitium/basics';
import { type PageOf, type Problem, problem, type SheetConflict } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { fold } from '../territory/index.ts';
import type { SheetConflictTable } from './conflict-store.ts';
import { describeStation } from './describe-station.ts';
import { decodeCursor, encodeCursor } from './sheet-cursor.ts';
import { findSheet } from './sheet-queries.ts';
import { stationsCalled } from './stations-called.ts';
import { choicesToVotes } from './votes-by-choice.ts';

type ConflictRow = SheetConflictTable & { author_name: string | null };

const selectConflict = sql`
  select c.*, p.name as author_name from sheet_conflict c left join person p on p.id = c.author_id`;

interface ConflictFilter {
  /** Part of a station's code or name. */
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
  /** Only these stations, by id; all where it is null. */
  readonly within: readonly string[] | null;
}

/** Open conflicts of an election, the newest first, each beside the live sheet as it stands now. */
export const listConflicts = async (
  db: Database,
  election: ElectionFacts,
  { q = '', limit = 20, cursor, within }: ConflictFilter,
): Promise<Result<PageOf<SheetConflict>, Problem>> => {
  const from = cursor === undefined ? undefined : decodeCursor(cursor);
  if (from === null) return err(problem('cursor_invalid', 'Start again from the first page.'));
  const after = from === undefined ? sql`true` : sql`(c.received_at, c.id) < (${from.at}, ${from.id}::uuid)`;
  const there = within === null ? sql`true` : sql`c.station_id = any(${[...within]}::uuid[])`;
  const wanted = fold(q.trim());
  const called =
    wanted === '' ? sql`true` : sql`c.station_id = any(${stationsCalled(election, wanted)}::uuid[])`;
  const { rows } = await sql<ConflictRow>`${selectConflict}
    where c.election_id = ${election.id} and c.settled_at is null and ${after} and ${there} and ${called}
    order by c.received_at desc, c.id desc limit ${limit + 1}`.execute(db.kysely);
  const last = rows[limit - 1];
  const items = await Promise.all(rows.slice(0, limit).map((row) => describe(db, election, row)));
  const more = rows.length > limit && last !== undefined;
  return ok({ items, nextCursor: more ? encodeCursor({ at: last.received_at, id: last.id }) : null });
};

/** One open conflict; null where there is none, or it is settled. */
export const findConflict = async (
  db: Database,
  election: ElectionFacts,
  conflictId: string,
): Promise<SheetConflict | null> => {
  const { rows } = await sql<ConflictRow>`${selectConflict}
    where c.id = ${conflictId} and c.election_id = ${election.id} and c.settled_at is null`.execute(
    db.kysely,
  );
  return rows[0] === undefined ? null : describe(db, election, rows[0]);
};

const describe = async (db: Database, election: ElectionFacts, row: ConflictRow): Promise<SheetConflict> => {
  const contest = election.contest(row.contest_id);
  if (contest === undefined) throw new Error(`conflict ${row.id} has lost its contest`);
  return {
    id: row.id,
    station: describeStation(election, row.station_id),
    race: contest.race.code,
    contest: contest.code,
    contestName: contest.name,
    votes: choicesToVotes(contest, row.votes),
    rejected: row.rejected,
    cast: row.cast_ballots,
    registered: row.registered,
    sameFigures: row.same_figures,
    author: row.author_name ?? row.author_id,
    source: row.source,
    note: row.note,
    attachments: row.attachments,
    receivedAt: row.received_at.toISOString(),
    live: await findSheet(db, election, row.sheet_id),
  };
};
