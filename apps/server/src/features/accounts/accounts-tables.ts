import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import type { Language, Role } from '@comitium/contract';
import type { Generated } from 'kysely';
import type { IdentityKind } from './identities/identity.ts';
import type { SignInMethod } from './sessions/sign-in-method.ts';

interface PersonTable {
  id: UserId;
  name: string;
  language: Generated<Language>;
  password_hash: string | null;
  disabled_at: Date | null;
  erased_at: Generated<Date | null>;
  created_by: UserId | null;
  created_at: Generated<Date>;
}

interface PersonPhotoTable {
  person_id: UserId;
  media_type: string;
  content: Buffer;
  stored_at: Date;
}

interface IdentityTable {
  id: string;
  person_id: UserId;
  kind: IdentityKind;
  sealed: string;
  verified_at: Date | null;
  created_at: Generated<Date>;
}

interface IdentityMacTable {
  mac: Buffer;
  identity_id: string;
  key_id: string;
}

interface ChallengeTable {
  id: string;
  purpose: string;
  secret_mac: Buffer;
  sealed: string;
  person_id: UserId | null;
  target_mac: Buffer;
  requester_mac: Buffer;
  prefix: string | null;
  known: boolean;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  burnt_at: Date | null;
}

interface IdentityChangeTable {
  id: string;
  person_id: UserId;
  kind: IdentityKind;
  sealed: string;
  new_confirmed_at: Date | null;
  old_confirmed_at: Date | null;
  needs_old: boolean;
  applies_at: Date | null;
  state: 'waiting' | 'applied' | 'cancelled';
  created_at: Date;
  expires_at: Date;
}

interface SessionTable {
  id: string;
  person_id: UserId;
  created_at: Generated<Date>;
  expires_at: Date;
  ended_at: Date | null;
  method: Generated<SignInMethod>;
  second_factor_at: Generated<Date | null>;
  carrier: Generated<'cookie' | 'body'>;
  browser: Generated<string | null>;
  system: Generated<string | null>;
  place: Generated<string | null>;
  new_device: Generated<boolean>;
  last_seen_at: Generated<Date>;
}

interface RefreshTokenTable {
  secret_hash: Buffer;
  session_id: string;
  created_at: Date;
  replaced_at: Date | null;
}

interface SigningKeyTable {
  id: string;
  private_sealed: string;
  public_pem: string;
  created_at: Generated<Date>;
  retires_at: Date | null;
  signs_from: Generated<Date>;
}

interface LiveTicketTable {
  secret_hash: Buffer;
  person_id: UserId;
  session_id: string;
  expires_at: Date;
  person_expires_at: Date;
}

interface RoleGrantTable {
  id: string;
  person_id: UserId;
  role: Role;
  election_id: ElectionId | null;
  area_id: AreaId | null;
  starts_at: Date;
  ends_at: Date | null;
  granted_by: UserId | null;
  revoked_at: Date | null;
  own: Generated<boolean>;
  reason: Generated<string | null>;
  revoked_by: Generated<UserId | null>;
  revoke_reason: Generated<string | null>;
  invitation_id: Generated<string | null>;
  approved_by: Generated<UserId | null>;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    person: PersonTable;
    person_photo: PersonPhotoTable;
    identity: IdentityTable;
    identity_mac: IdentityMacTable;
    challenge: ChallengeTable;
    identity_change: IdentityChangeTable;
    session: SessionTable;
    refresh_token: RefreshTokenTable;
    signing_key: SigningKeyTable;
    live_ticket: LiveTicketTable;
    role_grant: RoleGrantTable;
  }
}
