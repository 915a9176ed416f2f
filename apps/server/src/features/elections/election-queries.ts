import { type ElectionId, isUuid } from '@comitium/basics';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import type { ElectionRow, ElectionRows } from './ballot-rows.ts';
import './election-tables.ts';

export const findElectionId = async (db: Database, reference: string): Promise<ElectionId | null> => {
  // PostgreSQL takes no NUL in a text.
  if (reference.includes('\u0000')) return null;
  const row = await db.kysely
    .selectFrom('election')
    .select('id')
    .where(isUuid(reference) ? 'id' : 'code', '=', reference)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The latest polling day first. */
export const listElectionIds = async (db: Database): Promise<ElectionId[]> => {
  const rows = await db.kysely
    .selectFrom('election')
    .select('id')
    .orderBy('polling_date', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
};

/** Elections that name this one as their previous one. */
export const listFollowingIds = async (db: Database, id: ElectionId): Promise<ElectionId[]> => {
  const rows = await db.kysely.selectFrom('election').select('id').where('previous_id', '=', id).execute();
  return rows.map((row) => row.id);
};

/** Everything about one election as it stood at one moment. */
export const readElectionRows = (db: Database, id: ElectionId): Promise<ElectionRows | null> =>
  inTransaction(db, (tx) => readElectionRowsIn(tx, id), { isolation: 'repeatable read', readOnly: true });

/** The same inside a transaction that keeps the election from changing meanwhile. */
export const readElectionRowsIn = async (tx: Transaction, id: ElectionId): Promise<ElectionRows | null> => {
  const election = await readElectionRow(tx, id);
  if (election === null) return null;
  return { election, ...(await readBallotRows(tx, id)) };
};

const readElectionRow = async (tx: Transaction, id: ElectionId): Promise<ElectionRow | null> => {
  const row = await tx
    .selectFrom('election')
    .select(['id', 'code', 'name', 'kind', 'state', 'basis', 'settings', 'simulated', 'version'])
    .select(sql<string>`to_char(polling_date, 'YYYY-MM-DD')`.as('pollingDate'))
    .select([
      'polls_close_at as pollsCloseAt',
      'register_id as registerId',
      'previous_id as previousId',
      'follows_id as followsId',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};

const readBallotRows = async (tx: Transaction, id: ElectionId): Promise<Omit<ElectionRows, 'election'>> => ({
  parties: await tx
    .selectFrom('party')
    .select(['id', 'code', 'name', 'short_name as shortName', 'color', 'position'])
    .where('election_id', '=', id)
    .orderBy('position')
    .orderBy('code')
    .execute(),
  races: await tx
    .selectFrom('race')
    .select(['id', 'code', 'name', 'position', 'threshold'])
    .select(['seat_method as seatMethod', 'blank_votes as blankVotes'])
    .where('election_id', '=', id)
    .orderBy('position')
    .orderBy('code')
    .execute(),
  contests: await tx
    .selectFrom('contest')
    .leftJoin('party', 'party.id', 'contest.held_by_id')
    .select(['contest.id', 'contest.code', 'contest.name', 'contest.seats', 'party.code as heldBy'])
    .select(['contest.race_id as raceId', 'contest.area_id as areaId'])
    .where('contest.election_id', '=', id)
    .orderBy('contest.position')
    .orderBy('contest.code')
    .execute(),
  choices: await tx
    .selectFrom('choice')
    .innerJoin('contest', 'contest.id', 'choice.contest_id')
    .leftJoin('party', 'party.id', 'choice.party_id')
    .select(['choice.contest_id as contestId', 'choice.id', 'choice.code', 'choice.name', 'choice.color'])
    .select('party.code as party')
    .where('contest.election_id', '=', id)
    .orderBy('choice.contest_id')
    .orderBy('choice.ballot_order')
    .execute(),
});
