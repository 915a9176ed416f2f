// Second factors and sessions. The members of WebAuthn travel as the browser's own JSON (W3C WebAuthn level 3).
import { type Static, Type } from 'typebox';
import { TokenAnswer } from './auth.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ format: 'date-time' });
const MaybeTime = Type.Union([Time, Type.Null()]);
const Secret = Type.String({ minLength: 1, maxLength: 128 });
const Base64Url = Type.String({ maxLength: 16_384, pattern: '^[\\w-]*$' });
const TotpCode = Type.String({ pattern: '^[0-9]{6}$' });

/** As PublicKeyCredential.toJSON() makes it. */
const credentialMembers = {
  id: Base64Url,
  rawId: Base64Url,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
  clientExtensionResults: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown())),
};

export const PasskeyAssertion = Type.Object({
  ...credentialMembers,
  response: Type.Object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Type.Optional(Type.Union([Base64Url, Type.Null()])),
  }),
});
export type PasskeyAssertion = Static<typeof PasskeyAssertion>;

export const PasskeyAttestation = Type.Object({
  ...credentialMembers,
  response: Type.Object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    publicKeyAlgorithm: Type.Optional(Type.Integer()),
    publicKey: Type.Optional(Base64Url),
    authenticatorData: Type.Optional(Base64Url),
  }),
});
export type PasskeyAttestation = Static<typeof PasskeyAttestation>;

export const FactorKind = Type.Enum(['totp', 'passkey', 'recovery_code']);
export type FactorKind = Static<typeof FactorKind>;

/**
 * What a second factor is asked with. The problem `second_factor_required` of a sign-in carries the same members;
 * `challenge` is a secret of whoever signs in.
 */
export const FactorChallenge = Type.Object({
  challenge: Type.String(),
  methods: Type.Array(FactorKind),
  expiresAt: Time,
});
export type FactorChallenge = Static<typeof FactorChallenge>;

export const ChallengeBody = Type.Object({ challenge: Secret }, closed);

/** Exactly one of `code`, `recoveryCode` and `passkey`. */
export const ProveFactorBody = Type.Object(
  {
    challenge: Secret,
    code: Type.Optional(TotpCode),
    recoveryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    passkey: Type.Optional(PasskeyAssertion),
  },
  closed,
);
export type ProveFactorBody = Static<typeof ProveFactorBody>;

/** `options` go to navigator.credentials as `publicKey`, in their JSON form. */
export const PasskeyOptions = Type.Object({
  challenge: Type.String(),
  options: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
  expiresAt: Time,
});
export type PasskeyOptions = Static<typeof PasskeyOptions>;

export const PasskeySignInBody = Type.Object({ challenge: Secret, passkey: PasskeyAssertion }, closed);

/** The refresh token of an app; browsers send none, theirs is in the cookie. */
export const RenewBody = Type.Object({ refreshToken: Type.Optional(Secret) }, closed);

const stepUp = { password: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })) };

/** `password` where the account has no second factor and this session is older than ten minutes. */
export const BeginFactorBody = Type.Object({ ...stepUp }, closed);

export const TotpEnrolment = Type.Object({
  /** Base32. */
  secret: Type.String(),
  /** `otpauth://…`, to be drawn as a QR code. */
  uri: Type.String(),
});
export type TotpEnrolment = Static<typeof TotpEnrolment>;

export const ConfirmTotpBody = Type.Object({ code: TotpCode }, closed);

export const ConfirmPasskeyBody = Type.Object(
  {
    challenge: Secret,
    name: Type.String({ minLength: 1, maxLength: 60 }),
    passkey: PasskeyAttestation,
  },
  closed,
);

/**
 * `recoveryCodes` are shown this one time: ten with the first factor, none later. The session now counts as signed in
 * with two factors, which `token` says.
 */
export const FactorEnrolled = Type.Object({
  recoveryCodes: Type.Union([Type.Array(Type.String()), Type.Null()]),
  token: TokenAnswer,
});
export type FactorEnrolled = Static<typeof FactorEnrolled>;

export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;

export const SecondFactors = Type.Object({
  totp: Type.Union([Type.Object({ since: Time }), Type.Null()]),
  passkeys: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      createdAt: Time,
      lastUsedAt: MaybeTime,
      /** Kept by the person's own cloud account, so that it survives the device. */
      backedUp: Type.Boolean(),
    }),
  ),
  recoveryCodesLeft: Type.Integer(),
  /** A role of this person needs a second factor here. */
  required: Type.Boolean(),
  /** This session can do nothing else until one is set up. */
  limited: Type.Boolean(),
});
export type SecondFactors = Static<typeof SecondFactors>;

export const OwnSession = Type.Object({
  id: Type.String(),
  /** The one that asks. */
  current: Type.Boolean(),
  browser: Type.Union([Type.String(), Type.Null()]),
  system: Type.Union([Type.String(), Type.Null()]),
  /** Where the installation was told to look for it; never exact. */
  place: Type.Union([Type.String(), Type.Null()]),
  method: Type.Enum(['password', 'phone', 'link', 'passkey']),
  secondFactor: Type.Boolean(),
  /** From a browser in which this account had not been used before. */
  newDevice: Type.Boolean(),
  startedAt: Time,
  /** To within the life of an access token. */
  lastSeenAt: Time,
  expiresAt: Time,
});
export type OwnSession = Static<typeof OwnSession>;

export const OwnSessions = Type.Object({ items: Type.Array(OwnSession) });
export type OwnSessions = Static<typeof OwnSessions>;
