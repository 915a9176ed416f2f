import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { ContestFacts, ElectionFacts, RaceFacts } from '../elections/index.ts';

/** One line of a vector of votes: a choice of the contest, or a column of the race above its districts. */
export interface VoteLine {
  readonly code: string;
  readonly name: string;
  readonly party: string | null;
  readonly color: string;
  /** A line that can be elected; blank ballots cannot. */
  readonly standing: boolean;
}

/** A race in an area: which contest holds it there, or the columns where several contests are added up. */
export interface RacePlace {
  readonly race: RaceFacts;
  readonly area: number;
  readonly contest: ContestFacts | null;
  readonly lines: readonly VoteLine[];
}

export const racePlaceAt = (race: RaceFacts, area: number): RacePlace => {
  const contest = race.contestAt(area) ?? null;
  const lines = contest === null ? race.columns : contest.choices;
  return {
    race,
    area,
    contest,
    lines: lines.map(({ code, name, party, color }) => ({
      code,
      name,
      party,
      color,
      standing: !(race.blankVotes && code === 'blank'),
    })),
  };
};

/** By race and area reference; the first race and the whole country where they are left out. */
export const findRacePlace = (
  election: ElectionFacts,
  asked: { readonly race?: string; readonly area?: string },
): Result<RacePlace, Problem> => {
  const race = asked.race === undefined ? election.races[0] : election.race(asked.race);
  if (race === undefined)
    return err(problem('race_not_found', `There is no race ${asked.race ?? ''} in ${election.code}.`));
  const area = asked.area === undefined ? 0 : election.register.find(asked.area);
  if (area === undefined)
    return err(problem('area_not_found', `There is no area ${asked.area} in the register.`));
  return ok(racePlaceAt(race, area));
};
