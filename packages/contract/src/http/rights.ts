// Giving and ending rights: grants with their history, invitations, approvals by a second administrator, and the
// sessions of another person.
import { type Static, Type } from 'typebox';
import { LanguageName } from '../language-name.ts';
import { Grant, PhoneText } from './auth.ts';
import { RoleName, Scope } from './roles.ts';

const closed = { additionalProperties: false } as const;
const Time = Type.String({ format: 'date-time' });
const TimeOrNull = Type.Union([Time, Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
/** In the administrator's own words; it stays in the ledger. */
const Reason = Type.String({ minLength: 3, maxLength: 500, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
/** Somebody by id and name; null is the program itself. */
const Somebody = Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]);

/** From `startsAt` (or now) until `endsAt` (or without an end). */
export const CreateGrantBody = Type.Object(
  {
    role: RoleName,
    scope: Scope,
    startsAt: Type.Optional(TimeOrNull),
    endsAt: Type.Optional(TimeOrNull),
    reason: Type.Optional(Reason),
  },
  closed,
);

export const EndGrantBody = Type.Object({ reason: Reason }, closed);

/** A grant as it was given and as it ended. */
export const GrantRecord = Type.Object({
  ...Grant.properties,
  state: Type.Enum(['coming', 'in_force', 'over', 'revoked']),
  reason: TextOrNull,
  grantedBy: Somebody,
  /** The second administrator, where one was needed. */
  approvedBy: Somebody,
  revokedAt: TimeOrNull,
  revokedBy: Somebody,
  revokeReason: TextOrNull,
});
export type GrantRecord = Static<typeof GrantRecord>;

/** To one of `email` and `phone`. */
export const InviteBody = Type.Object(
  {
    role: RoleName,
    scope: Scope,
    startsAt: Type.Optional(TimeOrNull),
    endsAt: Type.Optional(TimeOrNull),
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
    phone: Type.Optional(PhoneText),
    language: Type.Optional(LanguageName),
    reason: Reason,
  },
  closed,
);

export const invitationStates = [
  'awaiting_approval',
  'sent',
  'accepted',
  'refused',
  'revoked',
  'expired',
] as const;
export type InvitationState = (typeof invitationStates)[number];

export const Invitation = Type.Object({
  id: Type.String(),
  role: RoleName,
  scope: Scope,
  scopeName: Type.String(),
  startsAt: TimeOrNull,
  endsAt: TimeOrNull,
  state: Type.Enum([...invitationStates]),
  /** Masked; null once the invitation is over. */
  to: TextOrNull,
  invitedBy: Somebody,
  reason: Type.String(),
  createdAt: Time,
  expiresAt: Time,
  acceptedBy: Somebody,
});
export type Invitation = Static<typeof Invitation>;

/** From the fragment of the link: `#token=…`. */
export const InvitationTokenBody = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
);

/** What whoever holds the link may know. */
export const InvitationPreview = Type.Object({
  role: RoleName,
  scopeName: Type.String(),
  startsAt: TimeOrNull,
  endsAt: TimeOrNull,
  invitedBy: TextOrNull,
  /** Masked: the account that accepts must have it verified. */
  to: Type.String(),
  expiresAt: Time,
});
export type InvitationPreview = Static<typeof InvitationPreview>;

export const Approval = Type.Object({
  id: Type.String(),
  state: Type.Enum(['waiting', 'approved', 'refused', 'withdrawn']),
  invitation: Invitation,
  requestedBy: Somebody,
  requestedAt: Time,
  decidedBy: Somebody,
  decidedAt: TimeOrNull,
  decisionReason: TextOrNull,
});
export type Approval = Static<typeof Approval>;

export const ApproveBody = Type.Object({ reason: Type.Optional(Reason) }, closed);
export const RefuseBody = Type.Object({ reason: Reason }, closed);

/** An open session of another person; where it is used from is his own affair. */
export const PersonSession = Type.Object({
  id: Type.String(),
  browser: TextOrNull,
  system: TextOrNull,
  secondFactor: Type.Boolean(),
  newDevice: Type.Boolean(),
  startedAt: Time,
  lastSeenAt: Time,
  expiresAt: Time,
});
export type PersonSession = Static<typeof PersonSession>;

export const EndSessionsBody = Type.Object({ reason: Reason }, closed);
