import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { Identity, IdentityKind } from '../identities/identity.ts';

export const invitationPurpose = 'invitation';

export const sealTarget = (keys: KeyRing, { value }: Identity): string => keys.seal(invitationPurpose, value);

/** Null once the invitation is over and the number or address is forgotten. */
export const openTarget = (
  keys: KeyRing,
  { kind, sealed }: { readonly kind: IdentityKind; readonly sealed: string | null },
): Identity | null => (sealed === null ? null : { kind, value: keys.open(invitationPurpose, sealed) });
