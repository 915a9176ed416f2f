import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows, type Caller } from '../../platform/access/allows.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Territory } from '../territory/index.ts';
import type { ElectionBook } from './election-book.ts';
import type { ContestFacts, ElectionFacts } from './election-facts.ts';
import type { ElectionPorts } from './election-ports.ts';

/** What the commands and routes of this feature work with. */
export interface ElectionsTools {
  readonly platform: Platform;
  readonly territory: Territory;
  readonly book: ElectionBook;
  readonly ports: ElectionPorts;
}

export const managesElection = (caller: Caller, { id }: Pick<ElectionFacts, 'id'>, now: Date): boolean =>
  allows(caller, 'elections.manage', { electionId: id }, now);

/** An election that is being set up is nobody's business but of those who manage it. */
export const maySeeElection = (
  caller: Caller,
  election: Pick<ElectionFacts, 'id' | 'state'>,
  now: Date,
): boolean => election.state !== 'setup' || managesElection(caller, election, now);

export const electionNotFound = (reference: string): Problem =>
  problem('election_not_found', `There is no election ${reference}.`);

/** The election as this caller may see it. */
export const requireElection = async (
  { book, platform }: Pick<ElectionsTools, 'book' | 'platform'>,
  reference: string,
  caller: Caller,
): Promise<Result<ElectionFacts, Problem>> => {
  const election = await book.find(reference);
  if (election === null || !maySeeElection(caller, election, platform.clock.now())) {
    return err(electionNotFound(reference));
  }
  return ok(election);
};

export const requireContest = (election: ElectionFacts, reference: string): Result<ContestFacts, Problem> => {
  const contest = election.contest(reference);
  return contest === undefined
    ? err(problem('contest_not_found', `The election ${election.code} has no contest ${reference}.`))
    : ok(contest);
};

/** One broken rule of a small body. */
export const invalidField = (path: string, code: string, message: string): Problem =>
  problem('validation_failed', message, { errors: [{ path, code, message }] });
