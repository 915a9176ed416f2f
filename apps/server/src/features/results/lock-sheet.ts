import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type SheetStatus } from '@comitium/contract';
import type { SheetFigures } from '@comitium/tally';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import type { SheetTable } from './results-schema.ts';
import { takesSheets } from './takes-sheets.ts';
import { choicesToVotes } from './votes-by-choice.ts';

/** A sheet as it stands, locked until the transaction ends. */
export interface LockedSheet {
  readonly id: string;
  readonly revision: number;
  readonly status: SheetStatus;
  readonly flagged: boolean;
  readonly figures: SheetFigures;
  readonly authorId: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
}

/** Locks one sheet of an election that still takes changes. */
export const lockSheet = async (
  tx: Transaction,
  election: ElectionFacts,
  asked: { sheetId: string; expectedRevision: number | null },
): Promise<Result<LockedSheet, Problem>> => {
  const state = await lockElection(tx, election);
  if (!state.ok) return state;
  const row = await tx
    .selectFrom('sheet')
    .selectAll()
    .where('id', '=', asked.sheetId)
    .where('election_id', '=', election.id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return err(problem('sheet_not_found', `There is no sheet ${asked.sheetId}.`));
  const sheet = lockedSheet(election, row);
  if (asked.expectedRevision !== null && asked.expectedRevision !== sheet.revision) {
    return err(
      problem(
        'stale_version',
        `The sheet is at revision ${sheet.revision} now, not at the one that you saw.`,
        { extra: { current: presentState(sheet) } },
      ),
    );
  }
  return ok(sheet);
};

/** What the page shows beside the figures that were to replace it. */
const presentState = ({ revision, status, contest, figures }: LockedSheet) => ({
  revision,
  status,
  ...figures,
  votes: choicesToVotes(contest, figures.votes),
});

/** Holds the election's state while its sheets change. */
export const lockElection = async (
  tx: Transaction,
  election: ElectionFacts,
): Promise<Result<void, Problem>> => {
  const { rows } = await sql<{ state: ElectionFacts['state'] }>`
    select state from election where id = ${election.id} for share`.execute(tx);
  const state = rows[0]?.state;
  if (state !== undefined && takesSheets(state)) return ok(undefined);
  return err(
    problem('wrong_state', `${election.name} is in state ${state}; its results cannot change.`, {
      extra: { state },
    }),
  );
};

export const lockedSheet = (election: ElectionFacts, row: SheetTable): LockedSheet => {
  const contest = election.contest(row.contest_id);
  const stationIndex = election.register.find(row.station_id);
  if (contest === undefined || stationIndex === undefined)
    throw new Error(`sheet ${row.id} has lost its place`);
  return {
    id: row.id,
    revision: row.revision,
    status: row.status,
    flagged: row.flagged,
    figures: {
      votes: row.votes,
      rejected: row.rejected,
      cast: row.cast_ballots,
      registered: row.registered,
    },
    authorId: row.author_id,
    source: row.source,
    receivedAt: row.received_at,
    contest,
    stationIndex,
  };
};

/** The station and everything above it, for judging rights. */
export const areaPathOf = (election: ElectionFacts, stationIndex: number) =>
  election.register.path(stationIndex).map((area) => election.register.ids[area] ?? ('' as never));
