import type { Person, Role, SheetStatus } from '@comitium/contract';

export const sheetActions = ['verify', 'release', 'correct', 'reject'] as const;
export type SheetAction = (typeof sheetActions)[number];

const startsFrom: Record<SheetAction, readonly SheetStatus[]> = {
  verify: ['accepted'],
  release: ['held'],
  correct: ['accepted', 'held', 'verified'],
  reject: ['accepted', 'held', 'verified'],
};

const everywhere: readonly Role[] = ['election_administrator', 'platform_administrator'];
const allowedRoles: Record<SheetAction, readonly Role[]> = {
  verify: ['reviewer', ...everywhere],
  release: ['reviewer', 'data_admin', ...everywhere],
  correct: ['data_admin', ...everywhere],
  reject: ['reviewer', 'data_admin', ...everywhere],
};

/** One key each, while no field has the focus. */
export const actionKeys: Record<SheetAction, string> = {
  verify: 'v',
  release: 'l',
  correct: 'c',
  reject: 'r',
};

/** Rejecting and releasing must be explained; verifying may be. */
export const reasonNeeded: Record<SheetAction, boolean> = {
  verify: false,
  release: true,
  correct: true,
  reject: true,
};

/** What this person can do with a sheet of that status. The server decides; this hides what it would refuse. */
export const possibleActions = (status: SheetStatus, person: Person | null): readonly SheetAction[] => {
  const roles = person?.grants.map(({ role }) => role) ?? [];
  return sheetActions.filter(
    (action) =>
      startsFrom[action].includes(status) &&
      roles.some((role) => allowedRoles[action].includes(role as Role)),
  );
};
