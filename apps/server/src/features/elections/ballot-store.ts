import type { ContestId, ElectionId, PartyId, RaceId } from '@comitium/basics';
import { uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RegisterIndex } from '../territory/index.ts';
import type { BallotPlan, PlannedChoice, PlannedContest, PlannedParty, PlannedRace } from './ballot-plan.ts';
import './election-tables.ts';

export interface Numbered<T> {
  readonly id: string;
  readonly position: number;
  readonly item: T;
}

export const numbered = <T>(items: readonly T[], from = 0): Numbered<T>[] =>
  items.map((item, place) => ({ id: uuidv7(Date.now()), position: from + place, item }));

const columnOf =
  <T>(rows: readonly Numbered<T>[]) =>
  <V>(read: (item: T) => V): V[] =>
    rows.map(({ item }) => read(item));

export const insertParties = async (
  tx: Transaction,
  electionId: ElectionId,
  parties: readonly Numbered<PlannedParty>[],
): Promise<void> => {
  const column = columnOf(parties);
  await sql`
    insert into party (election_id, id, position, code, name, short_name, color)
    select ${electionId}, * from unnest(
      ${parties.map(({ id }) => id)}::uuid[], ${parties.map(({ position }) => position)}::int[],
      ${column(({ code }) => code)}::text[], ${column(({ name }) => name)}::text[],
      ${column(({ shortName }) => shortName)}::text[], ${column(({ color }) => color)}::text[])`.execute(tx);
};

export const insertRaces = async (
  tx: Transaction,
  electionId: ElectionId,
  races: readonly Numbered<PlannedRace>[],
): Promise<void> => {
  const column = columnOf(races);
  await sql`
    insert into race (election_id, id, position, code, name, seat_method, threshold, blank_votes)
    select ${electionId}, * from unnest(
      ${races.map(({ id }) => id)}::uuid[], ${races.map(({ position }) => position)}::int[],
      ${column(({ code }) => code)}::text[], ${column(({ name }) => name)}::text[],
      ${column(({ seatMethod }) => seatMethod)}::text[],
      ${column(({ threshold }) => threshold)}::double precision[],
      ${column(({ blankVotes }) => blankVotes)}::boolean[])`.execute(tx);
};

export interface ContestPlace {
  readonly electionId: ElectionId;
  readonly register: RegisterIndex;
  readonly races: ReadonlyMap<string, RaceId>;
  readonly parties: ReadonlyMap<string, PartyId>;
}

/** With their choices. */
export const insertContests = async (
  tx: Transaction,
  { electionId, register, races, parties }: ContestPlace,
  contests: readonly Numbered<PlannedContest>[],
): Promise<void> => {
  const column = columnOf(contests);
  await sql`
    insert into contest (election_id, id, position, race_id, area_id, code, name, seats, held_by_id)
    select ${electionId}, * from unnest(
      ${contests.map(({ id }) => id)}::uuid[], ${contests.map(({ position }) => position)}::int[],
      ${column(({ race }) => races.get(race))}::uuid[],
      ${column(({ areaIndex }) => register.ids[areaIndex])}::uuid[],
      ${column(({ code }) => code)}::text[], ${column(({ name }) => name)}::text[],
      ${column(({ seats }) => seats)}::int[],
      ${column(({ heldBy }) => parties.get(heldBy ?? '') ?? null)}::uuid[])`.execute(tx);
  const choices = contests.flatMap(({ id, item }) =>
    numbered(item.choices).map((choice) => ({ ...choice, contestId: id as ContestId })),
  );
  await insertChoices(tx, parties, choices);
};

export interface NumberedChoice extends Numbered<PlannedChoice> {
  readonly contestId: ContestId;
}

const batchSize = 10_000;

export const insertChoices = async (
  tx: Transaction,
  parties: ReadonlyMap<string, PartyId>,
  choices: readonly NumberedChoice[],
): Promise<void> => {
  for (let start = 0; start < choices.length; start += batchSize) {
    const batch = choices.slice(start, start + batchSize);
    const column = columnOf(batch);
    await sql`
      insert into choice (id, contest_id, ballot_order, code, name, party_id, color)
      select * from unnest(
        ${batch.map(({ id }) => id)}::uuid[], ${batch.map(({ contestId }) => contestId)}::uuid[],
        ${batch.map(({ position }) => position)}::int[],
        ${column(({ code }) => code)}::text[], ${column(({ name }) => name)}::text[],
        ${column(({ party }) => parties.get(party ?? '') ?? null)}::uuid[],
        ${column(({ color }) => color)}::text[])`.execute(tx);
  }
};

/** Nothing may hang on the old ballots. */
export const replaceBallots = async (
  tx: Transaction,
  { electionId, register }: Pick<ContestPlace, 'electionId' | 'register'>,
  plan: BallotPlan,
): Promise<void> => {
  await tx.deleteFrom('contest').where('election_id', '=', electionId).execute();
  await tx.deleteFrom('race').where('election_id', '=', electionId).execute();
  await tx.deleteFrom('party').where('election_id', '=', electionId).execute();
  const parties = numbered(plan.parties);
  const races = numbered(plan.races);
  await insertParties(tx, electionId, parties);
  await insertRaces(tx, electionId, races);
  const place = {
    electionId,
    register,
    races: new Map(races.map(({ id, item }) => [item.code, id as RaceId])),
    parties: new Map(parties.map(({ id, item }) => [item.code, id as PartyId])),
  };
  await insertContests(tx, place, numbered(plan.contests));
};
