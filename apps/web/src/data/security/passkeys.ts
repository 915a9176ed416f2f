import { err, ok, type Result } from '@comitium/basics';
import type { PasskeyAssertion, PasskeyAttestation, PasskeyOptions } from '@comitium/contract';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** `cancelled` also where the person waited too long: browsers do not tell these apart. */
export type PasskeyFailure = 'cancelled' | 'known' | 'failed';

export const offersPasskeys = (): boolean => browserSupportsWebAuthn();

const failureOf = (error: unknown): PasskeyFailure => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'InvalidStateError' ? 'known' : 'failed';
};

/** Asks the device to sign what the server wants signed. */
export const askPasskey = async ({
  options,
}: PasskeyOptions): Promise<Result<PasskeyAssertion, PasskeyFailure>> => {
  try {
    const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
    return ok((await startAuthentication({ optionsJSON })) as PasskeyAssertion);
  } catch (error) {
    return err(failureOf(error));
  }
};

/** Asks the device to make a passkey for this site. */
export const makePasskey = async ({
  options,
}: PasskeyOptions): Promise<Result<PasskeyAttestation, PasskeyFailure>> => {
  try {
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
    return ok((await startRegistration({ optionsJSON })) as PasskeyAttestation);
  } catch (error) {
    return err(failureOf(error));
  }
};
