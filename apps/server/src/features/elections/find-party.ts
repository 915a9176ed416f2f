import { err, ok, type Result } from '@comitium/basics';
import { type Party, type Problem, problem } from '@comitium/contract';
import type { ElectionFacts, PartyFacts } from './election-facts.ts';

/** By code or id. */
export const findParty = (
  { parties, code }: ElectionFacts,
  reference: string,
): Result<PartyFacts, Problem> => {
  const party = parties.find((candidate) => candidate.code === reference || candidate.id === reference);
  return party === undefined
    ? err(problem('party_not_found', `The election ${code} has no party ${reference}.`))
    : ok(party);
};

export const describeParty = ({ id, code, name, shortName, color }: PartyFacts): Party => ({
  ...{ id, code, name, shortName, color },
});
