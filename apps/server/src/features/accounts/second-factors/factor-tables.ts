import type { UserId } from '@comitium/basics';
import type { Generated } from 'kysely';
import type { SignInMethod } from '../sessions/sign-in-method.ts';

interface TotpTable {
  person_id: UserId;
  sealed: string;
  confirmed_at: Date | null;
  last_step: Generated<string>;
  created_at: Date;
}

interface PasskeyTable {
  id: string;
  person_id: UserId;
  public_key: Buffer;
  counter: string;
  transports: string[];
  backed_up: boolean;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface RecoveryCodeTable {
  person_id: UserId;
  code_hash: Buffer;
  used_at: Date | null;
}

export type ChallengePurpose = 'sign_in' | 'step_up' | 'passkey_sign_in' | 'passkey_enrol';

interface FactorChallengeTable {
  secret_hash: Buffer;
  purpose: ChallengePurpose;
  person_id: UserId | null;
  session_id: string | null;
  method: Exclude<SignInMethod, 'passkey'> | null;
  webauthn_challenge: string | null;
  known_device: boolean;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

declare module '../../../platform/database/schema.ts' {
  interface DatabaseSchema {
    totp: TotpTable;
    passkey: PasskeyTable;
    recovery_code: RecoveryCodeTable;
    factor_challenge: FactorChallengeTable;
  }
}
