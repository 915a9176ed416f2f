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
  resolve: (reference) => resolve({ registers, elections: elections() }, reference),
  namesOf: async (scopes) =>
    Promise.all(scopes.map((scope) => nameOf({ registers, elections: elections() }, scope))),
});

interface Books {
  readonly registers: RegisterBook;
  readonly elections: ElectionBook;
}

const everywhere: ResolvedScope = { electionId: null, areaId: null, areaPath: [], own: false };

const resolve = async (books: Books, reference: ScopeReference): Promise<Result<ResolvedScope, Problem>> => {
  const own = reference.own ?? false;
  const election = reference.election === undefined ? null : await books.elections.find(reference.election);
  if (election === null && reference.election !== undefined) {
    return err(problem('election_not_found', `There is no election ${reference.election}.`));
  }
  const scope = { ...everywhere, own, electionId: election?.id ?? null };
  if (reference.area === undefined) return ok(scope);
  const register = election?.register ?? (await registerOf(books, reference));
  if (register === null) return err(unplaced);
  const area = register.find(reference.area);
  if (area === undefined) return err(problem('area_not_found', `There is no area ${reference.area}.`));
  const areaPath = register.path(area).flatMap((at) => register.ids[at] ?? []);
  return ok({ ...scope, areaId: areaPath[0] ?? null, areaPath });
};

/** An area's id says which register it is of; its code needs the register's. */
const registerOf = (
  { registers }: Books,
  { area = '', register }: ScopeReference,
): Promise<RegisterIndex | null> =>
  register === undefined ? registers.findOfArea(area) : registers.find(register);

const unplaced = problem('area_not_found', 'Name the election or register that holds the area, or its id.');

const nameOf = async (books: Books, { electionId, areaId }: ScopeIds): Promise<string> => {
  const election = electionId === null ? null : await books.elections.find(electionId);
  if (areaId === null) return electionId === null ? 'everywhere' : (election?.name ?? electionId);
  const register = election?.register ?? (await books.registers.findOfArea(areaId));
  const area = register === null ? areaId : areaName(register, areaId);
  return election === null ? area : `${area}, ${election.name}`;
};

const areaName = (register: RegisterIndex, areaId: string): string => {
  const area = register.find(areaId);
  return area === undefined ? areaId : (register.names[area] ?? areaId);
};
