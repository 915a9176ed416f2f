import { permissions, rolePermissions } from '../../apps/server/src/platform/access/permissions.ts';
import { page, table } from './markdown.ts';

const rows = (): string[][] =>
  Object.entries(rolePermissions).map(([role, held]) => [
    `\`${role}\``,
    ...permissions.map((permission) => (held.includes(permission) ? 'yes' : '')),
  ]);

export const printRoles = (): string =>
  page(
    'Roles and their permissions',
    '`apps/server/src/platform/access/permissions.ts`',
    `A role holds where its grant says: on the platform, in an election, in an area and below.\n\n${table(['role', ...permissions.map((permission) => `\`${permission}\``)], rows())}`,
  );
