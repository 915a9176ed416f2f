import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { ChoiceFacts, ContestFacts } from './election-facts.ts';

/** By code or id. */
export const findChoice = (contest: ContestFacts, reference: string): Result<ChoiceFacts, Problem> => {
  const choice = contest.choices[contest.ballot.get(reference) ?? -1];
  return choice === undefined
    ? err(problem('choice_not_found', `Nobody called ${reference} stands in ${contest.name}.`))
    : ok(choice);
};
