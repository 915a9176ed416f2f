import { type Static, Type } from 'typebox';

/** The roles that can be granted in this version; each is a set of permissions granted at a scope. */
export const roles = [
  'viewer',
  'presenter',
  'data_admin',
  'correspondent',
  'polling_agent',
  'reviewer',
  'election_administrator',
  'platform_administrator',
] as const;

export type Role = (typeof roles)[number];

export const RoleName = Type.Enum([...roles]);

/** Where a role holds: everywhere, in one election, in an area and all below it, or in an area for one election. */
export const Scope = Type.Object(
  {
    election: Type.Optional(Type.String({ maxLength: 64 })),
    area: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: false },
);

export type ScopeReference = Static<typeof Scope>;
