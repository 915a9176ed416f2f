import { type Static, Type } from 'typebox';
import { LanguageName } from '../language-name.ts';
import { RoleName, Scope } from './roles.ts';

/** With the country (`+995 599 12 34 56`), or as written in the installation's own country. */
export const PhoneText = Type.String({ minLength: 5, maxLength: 40 });

export const SignInBody = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { additionalProperties: false },
);

/**
 * `token` is a bearer token for the Authorization header; the session cookie beside it renews it. An app that asked
 * for it gets `refreshToken` instead of the cookie: good for one renewal, which answers with the next one.
 */
export const TokenAnswer = Type.Object({
  token: Type.String(),
  expiresAt: Type.String({ format: 'date-time' }),
  refreshToken: Type.Optional(Type.String()),
});
export type TokenAnswer = Static<typeof TokenAnswer>;

export const Grant = Type.Object({
  id: Type.String(),
  role: RoleName,
  scope: Scope,
  scopeName: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  endsAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type Grant = Static<typeof Grant>;

export const Person = Type.Object({
  id: Type.String(),
  /** Whole where it is one's own, else masked (`a•••@example.org`); null where there is none. */
  email: Type.Union([Type.String(), Type.Null()]),
  /** The same (`+995 5•• ••• 12`). */
  phone: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  disabled: Type.Boolean(),
  grants: Type.Array(Grant),
});
export type Person = Static<typeof Person>;

export const CreatePersonBody = Type.Object(
  {
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })),
    phone: Type.Optional(PhoneText),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    password: Type.Optional(Type.String({ minLength: 10, maxLength: 256 })),
    language: Type.Optional(LanguageName),
  },
  { additionalProperties: false },
);

export const LiveTicket = Type.Object({
  ticket: Type.String(),
  expiresAt: Type.String({ format: 'date-time' }),
});
