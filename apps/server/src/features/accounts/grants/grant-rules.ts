// Who may give a role, and where: nobody gives what he does not hold himself at a scope that covers it, for as long.
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type Role } from '@comitium/contract';
import { type AccessScope, allows, type Caller } from '../../../platform/access/allows.ts';
import { rolePermissions } from '../../../platform/access/permissions.ts';
import type { ResolvedScope } from './scope-directory.ts';

const privilegedRoles: ReadonlySet<Role> = new Set(['election_administrator', 'platform_administrator']);

export const isPrivileged = (role: Role): boolean => privilegedRoles.has(role);

export const isPlatformAdministrator = (caller: Caller, now: Date): boolean =>
  caller.kind === 'system' ||
  (caller.kind === 'person' &&
    caller.grants.some(
      ({ role, electionId, areaId, endsAt }) =>
        role === 'platform_administrator' &&
        electionId === null &&
        areaId === null &&
        (endsAt === null || endsAt > now),
    ));

export interface GrantWish {
  readonly role: Role;
  readonly scope: ResolvedScope;
  readonly endsAt: Date | null;
}

/** The last moment a date can hold: a grant without an end needs a giver without one. */
const endOfTime = new Date(8.64e15 - 1);

export const mayGive = (caller: Caller, wish: GrantWish, now: Date): Result<void, Problem> => {
  const { role, scope, endsAt } = wish;
  if (role === 'platform_administrator' && (scope.electionId !== null || scope.areaId !== null)) {
    return err(invalid('/scope', 'A platform administrator holds everywhere; leave the scope empty.'));
  }
  if (endsAt !== null && endsAt <= now) return err(invalid('/endsAt', 'The end lies in the past.'));
  const manages = mayManage(caller, wish, now);
  if (!manages.ok) return manages;
  const lastMoment = endsAt === null ? endOfTime : new Date(endsAt.getTime() - 1);
  if (!holdsAll(caller, wish, lastMoment)) return refused('Your own right ends before this grant would.');
  return ok(undefined);
};

/** Whether the caller may end such a grant: the same reach as giving it, now. */
export const mayManage = (
  caller: Caller,
  wish: Pick<GrantWish, 'role' | 'scope'>,
  now: Date,
): Result<void, Problem> => {
  if (isPrivileged(wish.role) && !isPlatformAdministrator(caller, now)) {
    return refused(`Only a platform administrator decides about the role ${wish.role}.`);
  }
  if (!allows(caller, 'people.manage', accessScope(wish.scope), now)) {
    return refused('You do not manage people at this scope.');
  }
  if (!holdsAll(caller, wish, now)) return refused('You do not hold every permission of this role here.');
  return ok(undefined);
};

const holdsAll = (caller: Caller, { role, scope }: Pick<GrantWish, 'role' | 'scope'>, at: Date): boolean =>
  rolePermissions[role].every((permission) => allows(caller, permission, accessScope(scope), at));

const accessScope = ({ electionId, areaPath }: ResolvedScope): AccessScope => ({
  ...(electionId === null ? {} : { electionId }),
  areaPath,
});

const refused = (detail: string): Result<never, Problem> => err(problem('forbidden', detail));

const invalid = (path: string, message: string): Problem =>
  problem('validation_failed', message, { errors: [{ path, code: 'invalid', message }] });
