import { type Static, Type } from 'typebox';
import type { FieldError } from '../problem.ts';
import { FindingValues } from './finding-values.ts';

export const sheetSources = ['correspondent', 'agent', 'data_admin', 'import', 'api'] as const;
export type SheetSource = (typeof sheetSources)[number];

export const sheetStatuses = ['accepted', 'held', 'verified', 'certified', 'rejected'] as const;
export type SheetStatus = (typeof sheetStatuses)[number];

/**
 * A polling station's figures for one contest, all in ballots. The figures are declared loosely on purpose: a
 * fraction, a negative number or a foreign choice is answered by the numbered sheet rules, with words that help.
 */
export const SheetBody = Type.Object(
  {
    station: Type.String({ minLength: 1, maxLength: 64 }),
    contest: Type.String({ minLength: 1, maxLength: 64 }),
    votes: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { maxProperties: 2000 }),
    rejected: Type.Unknown(),
    cast: Type.Unknown(),
    registered: Type.Unknown(),
    capturedAt: Type.Optional(Type.String({ format: 'date-time' })),
    source: Type.Optional(Type.Enum([...sheetSources])),
    onBehalfOf: Type.Optional(Type.String({ maxLength: 200 })),
    device: Type.Optional(Type.String({ maxLength: 200 })),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    attachments: Type.Optional(Type.Array(Type.String({ maxLength: 36 }), { maxItems: 10 })),
  },
  { additionalProperties: false },
);
export type SheetBody = Static<typeof SheetBody>;

/** One line of the NDJSON batch: a sheet with its own idempotency key. */
export type BatchLine = SheetBody & { key: string };

export const SheetWarning = Type.Object({
  rule: Type.String(),
  code: Type.String(),
  severity: Type.String(),
  message: Type.String(),
  fields: Type.Array(Type.String()),
  /** Sheets that were judged by an earlier version have none. */
  values: Type.Optional(FindingValues),
});
export type SheetWarning = Static<typeof SheetWarning>;

export const SheetReceipt = Type.Object({
  sheetId: Type.String(),
  revision: Type.Integer(),
  status: Type.Enum([...sheetStatuses]),
  warnings: Type.Array(SheetWarning),
  /** The sheet's entry in the public log; `salt` opens its commitments, for whoever the sender shows it. */
  receipt: Type.Object({
    kind: Type.Literal('comitium/receipt/1'),
    leafHash: Type.String(),
    leaf: Type.String(),
    salt: Type.String(),
  }),
});
export type SheetReceipt = Static<typeof SheetReceipt>;

/** Why a line was not taken; a code's own members stand beside these. */
export interface BatchProblem {
  code: string;
  title: string;
  detail: string;
  errors?: readonly FieldError[];
  /** Where sending the line again may help: not before so many seconds, as Retry-After says of a single sheet. */
  retryAfterSeconds?: number;
}

/** The answer to line `line` (from 1) of a batch: a receipt, or the problem with its HTTP status. */
export interface BatchAnswer {
  line: number;
  key: string | null;
  status: number;
  receipt?: SheetReceipt;
  replayed?: boolean;
  problem?: BatchProblem;
}

export const Sheet = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
  status: Type.Enum([...sheetStatuses]),
  election: Type.String(),
  race: Type.String(),
  contest: Type.String(),
  contestName: Type.String(),
  station: Type.Object({
    id: Type.String(),
    code: Type.String(),
    name: Type.String(),
    path: Type.Array(Type.String()),
  }),
  votes: Type.Record(Type.String(), Type.Integer()),
  rejected: Type.Integer(),
  cast: Type.Integer(),
  registered: Type.Integer(),
  source: Type.String(),
  author: Type.String(),
  capturedAt: Type.Union([Type.String(), Type.Null()]),
  receivedAt: Type.String(),
  updatedAt: Type.String(),
  warnings: Type.Array(SheetWarning),
  attachments: Type.Array(Type.String()),
  note: Type.Union([Type.String(), Type.Null()]),
});
export type Sheet = Static<typeof Sheet>;

export const SheetRevision = Type.Object({
  revision: Type.Integer(),
  votes: Type.Record(Type.String(), Type.Integer()),
  rejected: Type.Integer(),
  cast: Type.Integer(),
  registered: Type.Integer(),
  author: Type.String(),
  source: Type.String(),
  onBehalfOf: Type.Union([Type.String(), Type.Null()]),
  device: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  note: Type.Union([Type.String(), Type.Null()]),
  capturedAt: Type.Union([Type.String(), Type.Null()]),
  receivedAt: Type.String(),
  warnings: Type.Array(SheetWarning),
  attachments: Type.Array(Type.String()),
  bodyHash: Type.String(),
  leafHash: Type.String(),
});
export type SheetRevision = Static<typeof SheetRevision>;

export const SheetHistoryEvent = Type.Object({
  type: Type.String(),
  at: Type.String(),
  actor: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  status: Type.String(),
  revision: Type.Integer(),
});

export const SheetDetail = Type.Object({
  sheet: Sheet,
  revisions: Type.Array(SheetRevision),
  history: Type.Array(SheetHistoryEvent),
});
export type SheetDetail = Static<typeof SheetDetail>;

/** A correction carries the whole new figures and says why; the sheet's `If-Match` revision guards it. */
export const CorrectSheetBody = Type.Object(
  {
    votes: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { maxProperties: 2000 }),
    rejected: Type.Unknown(),
    cast: Type.Unknown(),
    registered: Type.Unknown(),
    reason: Type.String({ minLength: 3, maxLength: 2000 }),
    attachments: Type.Optional(Type.Array(Type.String({ maxLength: 36 }), { maxItems: 10 })),
  },
  { additionalProperties: false },
);
export type CorrectSheetBody = Static<typeof CorrectSheetBody>;

export const ReasonBody = Type.Object(
  { reason: Type.String({ minLength: 3, maxLength: 2000 }) },
  { additionalProperties: false },
);
export const OptionalReasonBody = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 2000 })) },
  { additionalProperties: false },
);

/** A sheet that was refused because its station has a live one; `votes` are the refused figures. */
export const SheetConflict = Type.Object({
  id: Type.String(),
  station: Sheet.properties.station,
  race: Type.String(),
  contest: Type.String(),
  contestName: Type.String(),
  votes: Type.Record(Type.String(), Type.Integer()),
  rejected: Type.Integer(),
  cast: Type.Integer(),
  registered: Type.Integer(),
  sameFigures: Type.Boolean(),
  author: Type.String(),
  source: Type.String(),
  note: Type.Union([Type.String(), Type.Null()]),
  attachments: Type.Array(Type.String()),
  receivedAt: Type.String(),
  live: Sheet,
});
export type SheetConflict = Static<typeof SheetConflict>;
