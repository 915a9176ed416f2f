// Joining, signing in by phone, links by e-mail, and what people do with their own account.
import { type Static, Type } from 'typebox';
import { LanguageName } from '../language-name.ts';
import { Grant, Person, PhoneText } from './auth.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ format: 'date-time' });
const EmailText = Type.String({ minLength: 3, maxLength: 254 });
const NewPassword = Type.String({ minLength: 10, maxLength: 256 });
const Password = Type.String({ minLength: 1, maxLength: 256 });
const Code = Type.String({ pattern: '^[0-9]{6}$' });
const ChallengeId = Type.String({ maxLength: 64 });
/** From the fragment of a link: `#token=…`. */
const LinkToken = Type.String({ minLength: 1, maxLength: 200 });
const Kind = Type.Enum(['phone', 'email']);

export const PhoneCodeBody = Type.Object({ phone: PhoneText, language: Type.Optional(LanguageName) }, closed);

/** The same for every number, whether or not it has an account. */
export const CodeSent = Type.Object({
  challenge: ChallengeId,
  /** Masked. */
  sentTo: Type.String(),
  expiresAt: Time,
  /** Before that, no other code is sent. */
  resendAt: Time,
});
export type CodeSent = Static<typeof CodeSent>;

/** `name` is that of a new account; without it the account begins without a name. */
export const PhoneSignInBody = Type.Object(
  {
    challenge: ChallengeId,
    code: Code,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  closed,
);

export const SignUpBody = Type.Object(
  {
    email: EmailText,
    password: NewPassword,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    language: Type.Optional(LanguageName),
  },
  closed,
);

/** The same for every address, whether or not it has an account. */
export const LinkSent = Type.Object({
  /** Masked. */
  sentTo: Type.String(),
  expiresAt: Time,
});
export type LinkSent = Static<typeof LinkSent>;

/** The password once more: whoever was only sent the link must not get an account with a password of somebody else. */
export const ConfirmSignUpBody = Type.Object({ token: LinkToken, password: Password }, closed);

export const ForgotPasswordBody = Type.Object(
  { email: EmailText, language: Type.Optional(LanguageName) },
  closed,
);

export const ResetPasswordBody = Type.Object({ token: LinkToken, password: NewPassword }, closed);

export const OwnIdentity = Type.Object({
  kind: Kind,
  value: Type.String(),
  verified: Type.Boolean(),
});

/** One's own account. */
export const Me = Type.Object({
  ...Person.properties,
  /** This session can do nothing until a second factor is set up, which a role of this person needs. */
  limited: Type.Boolean(),
  language: LanguageName,
  hasPassword: Type.Boolean(),
  identities: Type.Array(OwnIdentity),
  /** When the present photo was stored; null without one. */
  photoAt: Type.Union([Time, Type.Null()]),
});
export type Me = Static<typeof Me>;

/** A photo may have at most so many bytes; pages send a small square one. */
export const mostPhotoBytes = 256 * 1024;

export const EditMeBody = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    language: Type.Optional(LanguageName),
  },
  closed,
);

/** `password` where the account has one and this session is older than ten minutes. */
const fresh = { password: Type.Optional(Password) };

export const ChangeEmailBody = Type.Object(
  { email: EmailText, oldUnreachable: Type.Optional(Type.Boolean()), ...fresh },
  closed,
);

export const ChangePhoneBody = Type.Object(
  { phone: PhoneText, oldUnreachable: Type.Optional(Type.Boolean()), ...fresh },
  closed,
);

/**
 * A new phone or e-mail on its way. `waitingFor` are the sides that have not confirmed; with `appliesAt` the old one
 * need not: then it takes effect at that time unless it is cancelled.
 */
export const IdentityChange = Type.Object({
  id: Type.String(),
  kind: Kind,
  /** Masked. */
  newIdentity: Type.String(),
  state: Type.Enum(['waiting', 'applied', 'cancelled']),
  waitingFor: Type.Array(Type.Enum(['new', 'old'])),
  appliesAt: Type.Union([Time, Type.Null()]),
  expiresAt: Time,
});
export type IdentityChange = Static<typeof IdentityChange>;

/** Codes were sent to the new number, and to the old one where there is one. */
export const PhoneChangeStarted = Type.Object({
  change: IdentityChange,
  newCode: CodeSent,
  oldCode: Type.Union([CodeSent, Type.Null()]),
});
export type PhoneChangeStarted = Static<typeof PhoneChangeStarted>;

export const ConfirmCodeBody = Type.Object({ challenge: ChallengeId, code: Code }, closed);

export const ConfirmLinkBody = Type.Object({ token: LinkToken }, closed);

export const DeleteMeBody = Type.Object({ ...fresh }, closed);

/** Everything that the installation holds about a person. `other` is by room. */
export const AccountExport = Type.Object({
  exportedAt: Time,
  profile: Type.Object({
    id: Type.String(),
    name: Type.String(),
    language: LanguageName,
    createdAt: Time,
    hasPassword: Type.Boolean(),
    /** `content` is base64. */
    photo: Type.Union([Type.Object({ mediaType: Type.String(), content: Type.String() }), Type.Null()]),
  }),
  identities: Type.Array(OwnIdentity),
  grants: Type.Array(Grant),
  secondFactors: Type.Object({
    authenticatorApp: Type.Boolean(),
    passkeys: Type.Array(Type.Object({ name: Type.String(), createdAt: Time })),
    recoveryCodesLeft: Type.Integer(),
  }),
  sessions: Type.Array(
    Type.Object({
      id: Type.String(),
      browser: Type.Union([Type.String(), Type.Null()]),
      system: Type.Union([Type.String(), Type.Null()]),
      place: Type.Union([Type.String(), Type.Null()]),
      lastSeenAt: Time,
      startedAt: Time,
      expiresAt: Time,
      endedAt: Type.Union([Time, Type.Null()]),
    }),
  ),
  events: Type.Array(
    Type.Object({
      type: Type.String(),
      stream: Type.String(),
      at: Time,
      byMe: Type.Boolean(),
      payload: Type.Unknown(),
    }),
  ),
  /** False where there are more events than one answer holds; the newest are in it. */
  eventsComplete: Type.Boolean(),
  other: Type.Record(Type.String(), Type.Unknown()),
});
export type AccountExport = Static<typeof AccountExport>;
