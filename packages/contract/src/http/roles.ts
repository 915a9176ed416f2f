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

/**
 * Where a role holds: everywhere, in one election, in an area and all below it (a polling station is the smallest
 * area), or in an area for one election. `area` is an id or a code; a code needs the election or the register. With
 * `own` it holds for what the person made alone. A bound that is left out does not narrow;
 * committees and groups will be two more.
 */
export const Scope = Type.Object(
  {
    election: Type.Optional(Type.String({ maxLength: 64 })),
    register: Type.Optional(Type.String({ maxLength: 64 })),
    area: Type.Optional(Type.String({ maxLength: 64 })),
    own: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

export type ScopeReference = Static<typeof Scope>;
