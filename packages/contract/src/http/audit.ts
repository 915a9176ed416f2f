import { type Static, Type } from 'typebox';
import { PageQuery } from './paging.ts';

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
const Uuid = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

const filterMembers = {
  /** Who did it. */
  person: Type.Optional(Uuid),
  /** What it was done to, such as `sheet:<id>`, or the operation that was refused. */
  thing: Type.Optional(Text(200)),
  /** The event's type, or the kind of refusal. */
  action: Type.Optional(Text(100)),
  kind: Type.Optional(Type.Enum(['event', 'refusal'])),
  /** Id or code. */
  election: Type.Optional(Text(64)),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
};

export const AuditFilter = Type.Object(filterMembers, { additionalProperties: false });
export type AuditFilter = Static<typeof AuditFilter>;

export const AuditQuery = Type.Object({ ...PageQuery.properties, ...filterMembers });
export type AuditQuery = Static<typeof AuditQuery>;

export const AuditPerson = Type.Object({ id: Type.String(), name: Type.String() });

/** One command that was done, or one that was refused (`times` where equal ones came at once). */
export const AuditEntry = Type.Object({
  id: Type.String(),
  at: Type.String(),
  kind: Type.Enum(['event', 'refusal']),
  person: Nullable(AuditPerson),
  onBehalfOf: Nullable(Type.String()),
  /** The person's session, or `program:<name>`. */
  device: Nullable(Type.String()),
  requestId: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  action: Type.String(),
  thing: Type.String(),
  electionId: Nullable(Type.String()),
  /** Of the client, /24 or /48; of refusals only. */
  network: Nullable(Type.String()),
  times: Type.Integer(),
});
export type AuditEntry = Static<typeof AuditEntry>;

/** `before` is what the same kind of event said of the same thing last, or what the event itself names so. */
export const AuditEntryDetail = Type.Object({
  ...AuditEntry.properties,
  before: Type.Unknown(),
  after: Type.Unknown(),
});
export type AuditEntryDetail = Static<typeof AuditEntryDetail>;

export const AuditExportBody = Type.Object(
  { format: Type.Enum(['csv', 'json']), reason: Text(500), ...filterMembers },
  { additionalProperties: false },
);
export type AuditExportBody = Static<typeof AuditExportBody>;

export const alertKinds = ['many_failures', 'impossible_travel', 'rights_at_night', 'bulk_export'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Something that looked wrong. `detail` holds numbers and words of its kind. */
export const AuditAlert = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...alertKinds]),
  state: Type.Enum(['open', 'acknowledged']),
  person: Nullable(AuditPerson),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  raisedAt: Type.String(),
  acknowledged: Nullable(Type.Object({ at: Type.String(), by: AuditPerson, reason: Type.String() })),
});
export type AuditAlert = Static<typeof AuditAlert>;

/** Which detections look, and which are off for want of configuration. */
export const AuditAlerts = Type.Object({
  items: Type.Array(AuditAlert),
  open: Type.Integer(),
  detections: Type.Array(Type.Object({ kind: Type.Enum([...alertKinds]), on: Type.Boolean() })),
});
export type AuditAlerts = Static<typeof AuditAlerts>;

export const AcknowledgeBody = Type.Object({ reason: Text(500) }, { additionalProperties: false });
