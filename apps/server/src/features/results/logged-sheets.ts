// What opens the commitments of the public log's leaves, for whoever may know it.
import { type Opening, whoText } from '@comitium/proof';
import { countedIn } from '@comitium/tally';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import { type ElectionFacts, isPublic, type RaceFacts } from '../elections/index.ts';
import type { SheetTable } from './results-schema.ts';
import { figuresSalt, loggedFiguresText, whoSalt } from './sheet-leaf.ts';

type Reader = Kysely<DatabaseSchema>;

/** A sheet that the public totals count, with what opens the figures of its leaf. */
export interface LoggedSheet {
  readonly sheetId: string;
  readonly revision: number;
  readonly status: SheetTable['status'];
  readonly figures: Opening;
}

type FiguresRow = Pick<
  SheetTable,
  'contest_id' | 'votes' | 'rejected' | 'cast_ballots' | 'registered' | 'status' | 'revision'
> & { readonly salt: Buffer };

const openingOf = (election: ElectionFacts, row: FiguresRow): Opening => {
  const contest = election.contest(row.contest_id);
  if (contest === undefined) throw new Error('a sheet has lost its contest');
  const { votes, rejected, cast_ballots: cast, registered } = row;
  const text = loggedFiguresText({ contest, figures: { votes, rejected, cast, registered } });
  return { text, salt: figuresSalt(row.salt.toString('hex')) };
};

/** The sheets that count in the election's public basis: what its totals are the sum of. */
export const listCountedSheets = async (
  db: Reader,
  election: ElectionFacts,
  race: RaceFacts,
): Promise<LoggedSheet[]> => {
  const { rows } = await sql<FiguresRow & { id: string }>`
    select s.id, s.revision, s.status, s.contest_id, s.votes, s.rejected, s.cast_ballots, s.registered, r.salt
    from sheet s join sheet_revision r on r.sheet_id = s.id and r.revision = s.revision
    where s.race_id = ${race.id} and s.election_id = ${election.id} and s.status not in ('held', 'rejected')
    order by s.id`.execute(db);
  return rows
    .filter((row) => countedIn(row.status, election.basis))
    .map((row) => ({
      sheetId: row.id,
      revision: row.revision,
      status: row.status,
      figures: openingOf(election, row),
    }));
};

/** A set of figures that a station sent, with both openings; who may be shown which is for the caller to say. */
export interface StationRevision {
  readonly sheetId: string;
  readonly revision: number;
  readonly figures: Opening;
  readonly who: Opening;
  /** Everybody may know the figures: they are the sheet's present ones, and the public totals count them. */
  readonly publicFigures: boolean;
}

/** Every revision of every sheet of a station, the first one first. */
export const listRevisionsOfStation = async (
  db: Reader,
  election: ElectionFacts,
  stationId: string,
): Promise<StationRevision[]> => {
  const { rows } = await sql<RevisionRow>`
    select r.sheet_id, r.revision, r.votes, r.rejected, r.cast_ballots, r.registered, r.salt, r.author_id,
      r.on_behalf_of, r.reason, s.contest_id, s.status, s.revision as present
    from sheet s join sheet_revision r on r.sheet_id = s.id
    where s.election_id = ${election.id} and s.station_id = ${stationId}
    order by s.received_at, s.id, r.revision`.execute(db);
  return rows.map((row) => ({
    sheetId: row.sheet_id,
    revision: row.revision,
    figures: openingOf(election, row),
    who: {
      text: whoText({ actor: row.author_id, onBehalfOf: row.on_behalf_of, reason: row.reason }),
      salt: whoSalt(row.salt.toString('hex')),
    },
    publicFigures:
      isPublic(election) && row.revision === row.present && countedIn(row.status, election.basis),
  }));
};

interface RevisionRow extends FiguresRow {
  readonly sheet_id: string;
  readonly author_id: string;
  readonly on_behalf_of: string | null;
  readonly reason: string | null;
  /** The sheet's revision now. */
  readonly present: number;
}
