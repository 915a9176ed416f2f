import { sql } from 'kysely';
import type { SealedColumn } from '../../platform/crypto/sealed-store.ts';
import { challengePurpose } from './challenges/challenge-store.ts';
import { changePurpose } from './changes/change-store.ts';
import type { IdentityKind } from './identities/identity.ts';
import { purposeOf } from './identities/identity-store.ts';
import { invitationPurpose } from './invitations/invitation-target.ts';
import { totpPurpose } from './second-factors/totp-store.ts';
import { signingKeyPurpose } from './sessions/signing-keys.ts';

const byId = { column: 'id', type: 'uuid' } as const;

/** What this feature keeps encrypted. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'identity',
    column: 'sealed',
    id: byId,
    purpose: { column: 'kind', of: (kind) => purposeOf(kind as IdentityKind) },
    // Found and unique by the current key's MAC from now on; whoever still writes with an older one writes both.
    also: async (tx, keys, rows) => {
      await sql`insert into identity_mac (mac, identity_id, key_id)
        select mac, id, ${keys.currentKeyId} from unnest(
          ${rows.map(({ purpose, plain }) => keys.mac(purpose, plain))}::bytea[],
          ${rows.map(({ id }) => id)}::uuid[]) as given (mac, id)
        on conflict (mac) do nothing`.execute(tx);
      await tx
        .deleteFrom('identity_mac')
        .where(
          'identity_id',
          'in',
          rows.map(({ id }) => id),
        )
        .where('key_id', '<>', keys.currentKeyId)
        .execute();
    },
  },
  { table: 'identity_change', column: 'sealed', id: byId, purpose: changePurpose },
  { table: 'invitation', column: 'sealed', id: byId, purpose: invitationPurpose },
  { table: 'challenge', column: 'sealed', id: byId, purpose: challengePurpose },
  { table: 'totp', column: 'sealed', id: { column: 'person_id', type: 'uuid' }, purpose: totpPurpose },
  {
    table: 'signing_key',
    column: 'private_sealed',
    id: { column: 'id', type: 'text' },
    purpose: signingKeyPurpose,
  },
];
