import type { BallotImportBody, ContestBody, SeatMethod } from '@comitium/contract';
import type { RegisterIndex } from '../territory/index.ts';
import { blankColumn, independentColumn } from './race-columns.ts';

export interface PlannedParty {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly color: string;
}

export interface PlannedRace {
  readonly code: string;
  readonly name: string;
  readonly seatMethod: SeatMethod;
  readonly threshold: number;
  readonly blankVotes: boolean;
}

export interface PlannedChoice {
  readonly code: string;
  readonly name: string;
  /** Party code. */
  readonly party: string | null;
  readonly color: string;
}

export interface PlannedContest {
  /** Race code. */
  readonly race: string;
  readonly areaIndex: number;
  readonly code: string;
  readonly name: string;
  readonly seats: number;
  /** Party code. */
  readonly heldBy: string | null;
  readonly choices: readonly PlannedChoice[];
}

/** Ballots that keep every rule, with everything said that the import left open. */
export interface BallotPlan {
  readonly parties: readonly PlannedParty[];
  readonly races: readonly PlannedRace[];
  readonly contests: readonly PlannedContest[];
}

/** A contest is known by its race, and by its district where that is not the whole. */
export const contestCode = (race: string, register: RegisterIndex, areaIndex: number): string =>
  areaIndex === 0 ? race : `${race}-${register.codes[areaIndex]}`;

/** Of ballots that were checked: every reference must be known. */
export const planBallots = (body: BallotImportBody, register: RegisterIndex): BallotPlan => {
  const parties = new Map(body.parties.map((party) => [party.code, party]));
  const races = body.races.map(({ code, name, seatMethod, threshold = 0, blankVotes = false }) => ({
    ...{ code, name, seatMethod, threshold, blankVotes },
  }));
  const raceOf = new Map(races.map((race) => [race.code, race]));
  const contests = body.contests.map((contest): PlannedContest => {
    const race = raceOf.get(contest.race);
    const areaIndex = register.find(contest.area);
    if (race === undefined || areaIndex === undefined) throw new Error('these ballots were not checked');
    return planContest(contest, { race, register, areaIndex, parties });
  });
  return { parties: body.parties, races, contests };
};

interface ContestPlace {
  readonly race: PlannedRace;
  readonly register: RegisterIndex;
  readonly areaIndex: number;
  readonly parties: ReadonlyMap<string, PlannedParty>;
}

const planContest = (contest: ContestBody, place: ContestPlace): PlannedContest => {
  const { race, register, areaIndex, parties } = place;
  const choices = contest.choices.map(({ code, name, party = null, color }) => ({
    ...{ code, name, party },
    color: color ?? parties.get(party ?? '')?.color ?? independentColumn.color,
  }));
  if (race.blankVotes && !choices.some(({ code }) => code === blankColumn.code)) choices.push(blankColumn);
  return {
    race: race.code,
    areaIndex,
    code: contestCode(race.code, register, areaIndex),
    name: contest.name ?? (areaIndex === 0 ? race.name : (register.names[areaIndex] ?? '')),
    seats: contest.seats ?? 1,
    heldBy: contest.heldBy ?? null,
    choices,
  };
};
