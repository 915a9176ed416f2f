import type { Role, ScopeReference } from '@comitium/contract';

/** As the fields stand; empty fields mean everywhere, at once and without an end. Times are of this browser. */
export interface RoleFields {
  readonly role: Role;
  readonly election: string;
  readonly area: string;
  readonly own: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string;
}

export const freshFields: RoleFields = {
  role: 'correspondent',
  election: '',
  area: '',
  own: false,
  startsAt: '',
  endsAt: '',
  reason: '',
};

export type FieldProblem = 'areaNeedsElection' | 'endsFirst' | 'reasonMissing';

const shortestReason = 3;

/** What is wrong with the fields, by field, before anything is sent. */
export const problemsOf = (
  fields: RoleFields,
): Readonly<Partial<Record<keyof RoleFields, FieldProblem>>> => ({
  ...(fields.area.trim() !== '' && fields.election === '' ? { area: 'areaNeedsElection' as const } : {}),
  ...(fields.startsAt !== '' && fields.endsAt !== '' && fields.endsAt <= fields.startsAt
    ? { endsAt: 'endsFirst' as const }
    : {}),
  ...(fields.reason.trim().length < shortestReason ? { reason: 'reasonMissing' as const } : {}),
});

const instant = (local: string): string => new Date(local).toISOString();

export const roleWish = ({ role, election, area, own, startsAt, endsAt, reason }: RoleFields) => {
  const scope: ScopeReference = {
    ...(election === '' ? {} : { election }),
    ...(area.trim() === '' ? {} : { area: area.trim() }),
    ...(own ? { own } : {}),
  };
  return {
    role,
    // A platform administrator holds everywhere.
    scope: role === 'platform_administrator' ? {} : scope,
    ...(startsAt === '' ? {} : { startsAt: instant(startsAt) }),
    ...(endsAt === '' ? {} : { endsAt: instant(endsAt) }),
    reason: reason.trim(),
  };
};
