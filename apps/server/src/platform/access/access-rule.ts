import type { Permission } from './permissions.ts';

/**
 * Who may call a route or watch a topic, declared beside it. `at` says how far the door itself looks:
 * 'platform' needs a grant that holds everywhere, 'election' one that reaches into the election of the path,
 * 'command' any grant at all: the command then checks the exact station or person (and its tests prove it).
 */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed_in' }
  | {
      readonly kind: 'permission';
      readonly permission: Permission;
      readonly at: 'platform' | 'election' | 'command';
    };

export const publicAccess: AccessRule = { kind: 'public' };
export const signedIn: AccessRule = { kind: 'signed_in' };
export const requires = (permission: Permission, at: 'platform' | 'election' | 'command'): AccessRule => ({
  kind: 'permission',
  permission,
  at,
});
