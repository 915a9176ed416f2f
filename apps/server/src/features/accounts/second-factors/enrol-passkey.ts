import { err, type Result } from '@comitium/basics';
import {
  type FactorEnrolled,
  type PasskeyAttestation,
  type PasskeyOptions,
  type Problem,
  problem,
} from '@comitium/contract';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { checkName } from '../people/check-name.ts';
import type { Requester } from '../sign-in/requester.ts';
import { insertChallenge, lockChallenge, updateChallengeUsed } from './factor-challenge-store.ts';
import { findFactors } from './factor-queries.ts';
import { finishEnrolment } from './finish-enrolment.ts';
import { insertPasskey } from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';

/** EdDSA, ES256 and RS256 (COSE): what devices have, and what needs no experimental part of the runtime. */
const supportedAlgorithmIDs = [-8, -7, -257];

export interface BeginPasskey {
  readonly caller: PersonCaller;
  readonly sessionId: string;
  readonly party: RelyingParty;
}

/** Asks for a passkey that names its account by itself, and takes one that does not. */
export const beginPasskey = async (
  { platform }: AccountsTools,
  { caller, sessionId, party }: BeginPasskey,
): Promise<PasskeyOptions> => {
  const { db, keys, clock } = platform;
  const [identity] = await listIdentities(db.kysely, keys, [caller.id]);
  const { passkeys } = await findFactors(db.kysely, caller.id);
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: identity?.value ?? caller.name,
    userDisplayName: caller.name,
    userID: new Uint8Array(Buffer.from(caller.id)),
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  const { secret, expiresAt } = await insertChallenge(
    db.kysely,
    {
      ...{ purpose: 'passkey_enrol', personId: caller.id, sessionId, method: null, knownDevice: true },
      webauthnChallenge: options.challenge,
    },
    clock.now(),
  );
  return { challenge: secret, options, expiresAt: expiresAt.toISOString() };
};

export interface ConfirmPasskey extends BeginPasskey {
  readonly challenge: string;
  readonly name: string;
  readonly passkey: PasskeyAttestation;
  readonly requester: Requester;
}

export const confirmPasskey = async (
  tools: AccountsTools,
  command: ConfirmPasskey,
): Promise<Result<FactorEnrolled, Problem>> => {
  const name = checkName(command.name);
  if (!name.ok) return name;
  const { caller, sessionId, requester } = command;
  const { address, requestId } = requester;
  const enrolled = await finishEnrolment(tools, {
    ...{ caller, sessionId, requestId, kind: 'passkey' },
    save: (tx) => save(tx, tools, { ...command, name: name.value }),
  });
  if (enrolled !== null) return enrolled;
  const action = 'postAuthMePasskeysConfirm';
  tools.platform.trail.note({ kind: 'code_failed', personId: caller.id, action, address, requestId });
  return err(
    problem('passkey_refused', 'The passkey was not accepted: it is known already, or came too late.'),
  );
};

const save = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { caller, sessionId, party, challenge, name, passkey }: ConfirmPasskey,
): Promise<boolean> => {
  const now = platform.clock.now();
  const row = await lockChallenge(tx, challenge, { purposes: ['passkey_enrol'], now });
  if (row?.webauthn_challenge == null || row.session_id !== sessionId) return false;
  await updateChallengeUsed(tx, row, now);
  const checked = await verify({
    response: passkey as RegistrationResponseJSON,
    expectedChallenge: row.webauthn_challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: false,
    supportedAlgorithmIDs,
  });
  if (checked === null || !checked.verified) return false;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return insertPasskey(tx, {
    id: credential.id,
    person_id: caller.id,
    public_key: Buffer.from(credential.publicKey),
    counter: String(credential.counter),
    transports: passkey.response.transports ?? [],
    backed_up: credentialBackedUp,
    name,
    created_at: now,
    last_used_at: null,
  });
};

type Verification = Awaited<ReturnType<typeof verifyRegistrationResponse>>;

/** The library throws at whatever does not fit: input of a browser, so that it is a refusal and no fault. */
const verify = async (
  options: Parameters<typeof verifyRegistrationResponse>[0],
): Promise<Verification | null> => {
  try {
    return await verifyRegistrationResponse(options);
  } catch {
    return null;
  }
};
