import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { ElectionFacts, RaceFacts } from './election-facts.ts';

/** By code or id. */
export const findRace = (election: ElectionFacts, reference: string): Result<RaceFacts, Problem> => {
  const race = election.race(reference);
  return race === undefined
    ? err(problem('race_not_found', `The election ${election.code} has no race ${reference}.`))
    : ok(race);
};
