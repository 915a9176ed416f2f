import type { Role, ScopeReference } from '@comitium/contract';

interface GrantFields {
  readonly role: Role;
  readonly election: string;
  readonly area: string;
  /** Local time of this browser; empty for a grant without an end. */
  readonly endsAt: string;
}

/** Empty fields mean everywhere and without an end. */
export const grantBodyOf = ({ role, election, area, endsAt }: GrantFields) => {
  const scope: ScopeReference = {
    ...(election === '' ? {} : { election }),
    ...(area.trim() === '' ? {} : { area: area.trim() }),
  };
  return { role, scope, ...(endsAt === '' ? {} : { endsAt: new Date(endsAt).toISOString() }) };
};
