import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type ScopeReference } from '@comitium/contract';
import type { ResolvedScope, ScopeDirectory, ScopeIds } from './features/accounts/index.ts';
import type { ElectionBook } from './features/elections/index.ts';
import type { RegisterBook, RegisterIndex } from './features/territory/index.ts';

/** What accounts are told of elections and areas; an area is named within its election's register. */
export const createScopeDirectory = (
  registers: RegisterBook,
  elections: () => ElectionBook,
): ScopeDirectory => ({
  resolve: (reference) => resolve(elections(), reference),
  namesOf: async (scopes) =>
    Promise.all(scopes.map((scope) => nameOf({ registers, elections: elections() }, scope))),
});

const everywhere: ResolvedScope = { electionId: null, areaId: null, areaPath: [] };

const resolve = async (
  elections: ElectionBook,
  reference: ScopeReference,
): Promise<Result<ResolvedScope, Problem>> => {
  if (reference.election === undefined) {
    if (reference.area === undefined) return ok(everywhere);
    return err(problem('validation_failed', 'Name the election whose register holds the area.'));
  }
  const election = await elections.find(reference.election);
  if (election === null)
    return err(problem('election_not_found', `There is no election ${reference.election}.`));
  if (reference.area === undefined) return ok({ ...everywhere, electionId: election.id });
  const area = election.register.find(reference.area);
  if (area === undefined) return err(problem('area_not_found', `There is no area ${reference.area}.`));
  const areaPath = election.register.path(area).flatMap((at) => election.register.ids[at] ?? []);
  return ok({ electionId: election.id, areaId: areaPath[0] ?? null, areaPath });
};

const nameOf = async (
  books: { registers: RegisterBook; elections: ElectionBook },
  { electionId, areaId }: ScopeIds,
): Promise<string> => {
  if (electionId === null) return 'everywhere';
  const election = await books.elections.find(electionId);
  if (election === null) return electionId;
  return areaId === null ? election.name : `${areaName(election.register, areaId)}, ${election.name}`;
};

const areaName = (register: RegisterIndex, areaId: string): string => {
  const area = register.find(areaId);
  return area === undefined ? areaId : (register.names[area] ?? areaId);
};
