import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import type { Role } from '@comitium/contract';
import { type Permission, rolePermissions } from './permissions.ts';

/**
 * A role and its bounds. Each bound that is set narrows the grant; a scope satisfies all of them. Committees and
 * groups become two more bounds, of a person's memberships, in the same way.
 */
export interface GrantedRole {
  readonly role: Role;
  readonly electionId: ElectionId | null;
  /** The area and all below it. */
  readonly areaId: AreaId | null;
  /** Whose things it reaches; null or missing: everybody's. The grant "own" names its holder here. */
  readonly ownerId?: UserId | null;
  /** Null or missing: it holds already. */
  readonly startsAt?: Date | null;
  readonly endsAt: Date | null;
}

export interface PersonCaller {
  readonly kind: 'person';
  readonly id: UserId;
  readonly name: string;
  readonly grants: readonly GrantedRole[];
  readonly expiresAt: Date;
  /** The sign-in by which he asks; null where he is known by other means than a token. */
  readonly sessionId: string | null;
  /** His roles need a second factor and this session showed none: `grants` is empty until he sets one up. */
  readonly limited?: boolean;
}

/** Who asks: nobody known, a signed-in person, or the program itself (jobs and the command line of the operator). */
export type Caller =
  | { readonly kind: 'anonymous' }
  | PersonCaller
  | { readonly kind: 'system'; readonly name: string };

export const anonymous: Caller = { kind: 'anonymous' };

/** A place in the system; `areaPath` lists the area and all its ancestors. */
export interface AccessScope {
  readonly electionId?: ElectionId;
  readonly areaPath?: readonly AreaId[];
  /** The person who made the thing in question. */
  readonly ownerId?: string | null;
}

/** Whether the grant has begun and is not over; `now` is the only clock it goes by. */
export const inForce = (
  { startsAt = null, endsAt }: Pick<GrantedRole, 'startsAt' | 'endsAt'>,
  now: Date,
): boolean => (startsAt === null || startsAt <= now) && (endsAt === null || endsAt > now);

/** Whether a grant holds at that very scope, now; it reaches down, never up or sideways. */
export const reaches = (grant: GrantedRole, scope: AccessScope, now: Date): boolean =>
  inForce(grant, now) &&
  ((grant.ownerId ?? null) === null || grant.ownerId === scope.ownerId) &&
  (grant.electionId === null || grant.electionId === scope.electionId) &&
  (grant.areaId === null || (scope.areaPath?.includes(grant.areaId) ?? false));

/** Whether the caller holds the permission at that very scope. */
export const allows = (caller: Caller, permission: Permission, scope: AccessScope, now: Date): boolean => {
  if (caller.kind === 'system') return true;
  if (caller.kind === 'anonymous') return false;
  return caller.grants.some(
    (grant) => rolePermissions[grant.role].includes(permission) && reaches(grant, scope, now),
  );
};

/** Whether the caller holds the permission at any scope within the election: enough to open its pages. */
export const allowsSomewhere = (
  caller: Caller,
  permission: Permission,
  electionId: ElectionId | null,
  now: Date,
): boolean => {
  if (caller.kind === 'system') return true;
  if (caller.kind === 'anonymous') return false;
  return caller.grants.some(
    (grant) =>
      rolePermissions[grant.role].includes(permission) &&
      inForce(grant, now) &&
      (electionId === null || grant.electionId === null || grant.electionId === electionId),
  );
};
