import type { Permission } from './permissions.ts';

/**
 * Who may call a route or watch a topic, declared beside it. `at` says how far the door itself looks:
 * 'platform' needs a grant that holds everywhere, 'election' one that reaches into the election of the path,
 * 'command' any grant at all: the command then checks the exact station or person (and its tests prove it).
 */
export type AccessRule =
  | { readonly kind: 'public' }
  /** `evenLimited` also lets in whoever must set up a second factor before anything else. */
  | { readonly kind: 'signed_in'; readonly evenLimited?: true }
  | {
      readonly kind: 'permission';
      readonly permission: Permission;
      readonly at: 'platform' | 'election' | 'command';
    };

export const publicAccess: AccessRule = { kind: 'public' };
export const signedIn: AccessRule = { kind: 'signed_in' };
/** For what somebody needs who still has to set up a second factor, and for nothing else. */
export const evenLimited: AccessRule = { kind: 'signed_in', evenLimited: true };
export const requires = (permission: Permission, at: 'platform' | 'election' | 'command'): AccessRule => ({
  kind: 'permission',
  permission,
  at,
});
