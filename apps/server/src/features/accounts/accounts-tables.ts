import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import type { Role } from '@comitium/contract';
import type { Generated } from 'kysely';

interface PersonTable {
  id: UserId;
  /** citext: compared without regard to case. */
  email: string;
  name: string;
  password_hash: string;
  disabled_at: Date | null;
  created_by: UserId | null;
  created_at: Generated<Date>;
}

interface SessionTable {
  id: string;
  person_id: UserId;
  secret_hash: Buffer;
  created_at: Generated<Date>;
  expires_at: Date;
  ended_at: Date | null;
}

interface SigningKeyTable {
  id: string;
  private_pem: string;
  public_pem: string;
  created_at: Generated<Date>;
  retires_at: Date | null;
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
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    person: PersonTable;
    session: SessionTable;
    signing_key: SigningKeyTable;
    live_ticket: LiveTicketTable;
    role_grant: RoleGrantTable;
  }
}
