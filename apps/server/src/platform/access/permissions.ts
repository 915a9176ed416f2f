import type { Role } from '@comitium/contract';

/** What can be allowed. Public reading needs no permission; everything else names one of these. */
export const permissions = [
  'results.present',
  'sheets.submit',
  'sheets.read',
  'sheets.review',
  'sheets.correct',
  'sheets.verify',
  'sheets.certify',
  'calls.make',
  'elections.manage',
  'territory.manage',
  'people.manage',
  'audit.read',
  'platform.operate',
] as const;

export type Permission = (typeof permissions)[number];

const desk: readonly Permission[] = ['sheets.read', 'sheets.review', 'results.present'];

/** Roles are sets of permissions; where they hold is said by the grant. docs/generated/roles.md is printed from here. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['results.present'],
  presenter: ['results.present'],
  correspondent: ['sheets.submit'],
  polling_agent: ['sheets.submit'],
  data_admin: [...desk, 'sheets.submit', 'sheets.correct'],
  reviewer: [...desk, 'sheets.verify'],
  election_administrator: [
    ...desk,
    'sheets.submit',
    'sheets.correct',
    'sheets.verify',
    'sheets.certify',
    'calls.make',
    'elections.manage',
    'people.manage',
    'audit.read',
  ],
  platform_administrator: permissions,
};
