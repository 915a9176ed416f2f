import { err, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { type ElectionFacts, isPublic } from '../elections/index.ts';
import type { ResultsContext } from './results-context.ts';
import { electionOf } from './sheet-routes.ts';

/** An election that everybody may see. */
export const publicElection = async (
  context: ResultsContext,
  code: string,
): Promise<Result<ElectionFacts, Problem>> => {
  const election = await electionOf(context, code);
  if (!election.ok || isPublic(election.value)) return election;
  return err(problem('election_not_found', `There is no election ${code}.`));
};
