import { type ElectionId, err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows, type Caller } from '../../platform/access/allows.ts';
import { rolePermissions } from '../../platform/access/permissions.ts';
import type { ElectionBook } from '../elections/index.ts';

/** Whose entries somebody may see: all, or those of these elections. Queries are narrowed by it. */
export type AuditReach = 'everything' | readonly ElectionId[];

const permission = 'audit.read';

/** A grant within an area reaches no entries: they are told by election, not by place. */
export const reachOf = (caller: Caller, now: Date): AuditReach => {
  if (allows(caller, permission, {}, now)) return 'everything';
  if (caller.kind !== 'person') return [];
  return caller.grants
    .filter((grant) => rolePermissions[grant.role].includes(permission))
    .flatMap(({ electionId }) => (electionId === null ? [] : [electionId]))
    .filter((electionId) => allows(caller, permission, { electionId }, now));
};

const refused = () =>
  err(problem('forbidden', 'To read the audit you need audit.read for the election, or everywhere.'));

/** The reach within one election where it is named, else all of the caller's; a problem where that is nothing. */
export const narrowReach = async (
  elections: ElectionBook,
  { caller, reference, now }: { caller: Caller; reference: string | undefined; now: Date },
): Promise<Result<AuditReach, Problem>> => {
  const reach = reachOf(caller, now);
  if (reach !== 'everything' && reach.length === 0) return refused();
  if (reference === undefined) return ok(reach);
  const election = await elections.find(reference);
  if (election === null) return err(problem('election_not_found', `There is no election ${reference}.`));
  return reach === 'everything' || reach.includes(election.id) ? ok([election.id]) : refused();
};
