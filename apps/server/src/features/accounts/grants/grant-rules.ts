// Who may give a role, and where: nobody gives what he does not hold himself at a scope that covers it, for as long.
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type Role } from '@comitium/contract';
import { type AccessScope, allows, type Caller, inForce } from '../../../platform/access/allows.ts';
import { rolePermissions } from '../../../platform/access/permissions.ts';
import type { ResolvedScope } from './scope-directory.ts';

const privilegedRoles: ReadonlySet<Role> = new Set(['election_administrator', 'platform_administrator']);

export const isPrivileged = (role: Role): boolean => privilegedRoles.has(role);

export const isPlatformAdministrator = (caller: Caller, now: Date): boolean =>
  caller.kind === 'system' ||
  (caller.kind === 'person' &&
    caller.grants.some(
      (grant) =>
        grant.role === 'platform_administrator' &&
        grant.electionId === null &&
        grant.areaId === null &&
        (grant.ownerId ?? null) === null &&
        inForce(grant, now),
    ));

export interface GrantWish {
  readonly role: Role;
  readonly scope: ResolvedScope;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** Who will hold it; a grant bound to one's own things reaches his. */
  readonly holderId: string;
}

/** The last moment a date can hold: a grant without an end needs a giver without one. */
const endOfTime = new Date(8.64e15 - 1);

export const mayGive = (caller: Caller, wish: GrantWish, now: Date): Result<void, Problem> => {
  const { role, scope, startsAt, endsAt } = wish;
  if (isPrivileged(role) && scope.own) {
    return err(invalid('/scope/own', 'An administrator is not bound to what he made.'));
  }
  if (role === 'platform_administrator' && (scope.electionId !== null || scope.areaId !== null)) {
    return err(invalid('/scope', 'A platform administrator holds everywhere; leave the scope empty.'));
  }
  if (endsAt !== null && endsAt <= now) return err(invalid('/endsAt', 'The end lies in the past.'));
  if (endsAt !== null && endsAt <= startsAt) return err(invalid('/endsAt', 'The end lies before the start.'));
  const manages = mayManage(caller, wish, now);
  if (!manages.ok) return manages;
  if (!turnsOf(caller, wish).every((at) => holdsAll(caller, wish, at))) {
    return refused('Your own right does not last as long as this grant would.');
  }
  return ok(undefined);
};

/** What a caller holds changes only where one of his grants begins or ends: the moments to look at. */
const turnsOf = (caller: Caller, { startsAt, endsAt }: GrantWish): Date[] => {
  const last = endsAt === null ? endOfTime : new Date(endsAt.getTime() - 1);
  const grants = caller.kind === 'person' ? caller.grants : [];
  const between = grants
    .flatMap((grant) => [grant.startsAt ?? null, grant.endsAt])
    .filter((at) => at !== null)
    .filter((at) => at > startsAt && at < last);
  return [startsAt, ...between, last];
};

/** Whether the caller may end such a grant: the same reach as giving it, now. */
export const mayManage = (caller: Caller, wish: Reach, now: Date): Result<void, Problem> => {
  if (isPrivileged(wish.role) && !isPlatformAdministrator(caller, now)) {
    return refused(`Only a platform administrator decides about the role ${wish.role}.`);
  }
  if (!allows(caller, 'people.manage', accessScope(wish), now)) {
    return refused('You do not manage people at this scope.');
  }
  if (!holdsAll(caller, wish, now)) return refused('You do not hold every permission of this role here.');
  return ok(undefined);
};

type Reach = Pick<GrantWish, 'role' | 'scope' | 'holderId'>;

const holdsAll = (caller: Caller, wish: Reach, at: Date): boolean =>
  rolePermissions[wish.role].every((permission) => allows(caller, permission, accessScope(wish), at));

const accessScope = ({ scope, holderId }: Pick<Reach, 'scope' | 'holderId'>): AccessScope => ({
  ...(scope.electionId === null ? {} : { electionId: scope.electionId }),
  ...(scope.own ? { ownerId: holderId } : {}),
  areaPath: scope.areaPath,
});

const refused = (detail: string): Result<never, Problem> => err(problem('forbidden', detail));

const invalid = (path: string, message: string): Problem =>
  problem('validation_failed', message, { errors: [{ path, code: 'invalid', message }] });
