// A phone number or e-mail address as everybody writes it the same: what is stored, compared and masked.
import { domainToASCII } from 'node:url';
import { err, ok, type Result } from '@comitium/basics';
import { type CountryCode, type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type IdentityKind = 'phone' | 'email';

export interface Identity {
  readonly kind: IdentityKind;
  /** E.164 (`+995599123456`), or an address in small letters with an ASCII domain. */
  readonly value: string;
}

/** Numbers whose owner earns by being called, or that are no person's: never sent to. */
const unfit: ReadonlySet<NumberType> = new Set<NumberType>([
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'PAGER',
  'VOICEMAIL',
]);

export interface Phone extends Identity {
  readonly kind: 'phone';
  /** Country calling code without the plus: the prefix that sending is budgeted by. */
  readonly prefix: string;
  /** ISO 3166, null where a prefix is of no one country. */
  readonly country: string | null;
}

/** `+995 599 12 34 56`, or as people write it within `homeCountry` (ISO 3166; empty takes international numbers only). */
export const readPhone = (text: string, homeCountry: string): Result<Phone, string> => {
  const home = homeCountry === '' ? undefined : (homeCountry as CountryCode);
  const parsed = parsePhoneNumberFromString(text.trim(), {
    ...(home && { defaultCountry: home }),
    extract: false,
  });
  if (parsed === undefined || !parsed.isValid() || parsed.ext !== undefined) {
    return err('This is not a phone number; begin with + and the country.');
  }
  const type = parsed.getType();
  if (type !== undefined && unfit.has(type)) return err('Messages are not sent to numbers of this kind.');
  return ok({
    kind: 'phone',
    value: parsed.number,
    prefix: parsed.countryCallingCode,
    country: parsed.country ?? null,
  });
};

// Nothing that mail programs or headers read as more than an address: controls, spaces, brackets, lists, quotes.
const emailForm = /^[^@\s\p{Cc}<>()[\]\\,;:"]{1,64}@([^@\s\p{Cc}<>()[\]\\,;:"]{1,253})$/u;

export const readEmail = (text: string): Result<Identity, string> => {
  const normal = text.trim().normalize('NFC').toLowerCase();
  const domain = domainToASCII(emailForm.exec(normal)?.[1] ?? '');
  const value = `${normal.split('@')[0]}@${domain}`;
  if (domain === '' || value.length > 254) return err('This is not an e-mail address.');
  return ok({ kind: 'email', value });
};

/** Enough for its owner to know it again, too little for anybody else: `+995 5•• ••• 12`, `a•••@example.org`. */
export const maskIdentity = ({ kind, value }: Identity): string => {
  if (kind === 'email') return `${value.slice(0, 1)}•••@${value.split('@')[1]}`;
  const prefix = parsePhoneNumberFromString(value)?.countryCallingCode ?? '';
  const national = value.slice(1 + prefix.length);
  return `+${prefix} ${national.slice(0, 1)}•• ••• ${national.slice(-2)}`;
};
