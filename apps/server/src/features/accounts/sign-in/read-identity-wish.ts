import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Platform } from '../../../platform/platform.ts';
import { type Identity, type Phone, readEmail, readPhone } from '../identities/identity.ts';

const invalid = (path: string, message: string): Problem =>
  problem('validation_failed', message, { errors: [{ path, code: 'invalid', message }] });

/** A number that this installation sends to. */
export const readPhoneWish = ({ config }: Pick<Platform, 'config'>, text: string): Result<Phone, Problem> => {
  const phone = readPhone(text, config.phoneCountry);
  if (!phone.ok) return err(invalid('/phone', phone.error));
  const { phoneCountries } = config;
  if (phoneCountries.length === 0 || phoneCountries.includes(phone.value.country ?? ''))
    return ok(phone.value);
  return err(invalid('/phone', 'Numbers of this country are not accepted here.'));
};

export const readEmailWish = (text: string): Result<Identity, Problem> => {
  const email = readEmail(text);
  return email.ok ? email : err(invalid('/email', email.error));
};
