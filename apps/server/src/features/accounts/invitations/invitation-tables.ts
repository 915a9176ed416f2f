import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import type { Language, Role } from '@comitium/contract';
import type { IdentityKind } from '../identities/identity.ts';

interface InvitationTable {
  id: string;
  role: Role;
  election_id: ElectionId | null;
  area_id: AreaId | null;
  own: boolean;
  starts_at: Date | null;
  ends_at: Date | null;
  kind: IdentityKind;
  sealed: string | null;
  language: Language;
  reason: string;
  invited_by: UserId | null;
  created_at: Date;
  secret_hash: Buffer | null;
  expires_at: Date;
  accepted_at: Date | null;
  accepted_by: UserId | null;
  revoked_at: Date | null;
  revoked_by: UserId | null;
}

declare module '../../../platform/database/schema.ts' {
  interface DatabaseSchema {
    invitation: InvitationTable;
  }
}
