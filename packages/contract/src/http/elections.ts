import { type Static, Type } from 'typebox';

const Code = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._~+-]*$' });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(inner: T) =>
  Type.Union([inner, Type.Null()]);

export const electionStates = ['setup', 'open', 'counting', 'provisional', 'certified', 'reopened'] as const;
export type ElectionState = (typeof electionStates)[number];

/** Which sheets the public totals count: all accepted ones, only verified ones, or only certified ones. */
export const bases = ['provisional', 'verified', 'certified'] as const;
export type Basis = (typeof bases)[number];
export const BasisName = Type.Enum([...bases]);

export const severities = ['error', 'hold', 'warning', 'off'] as const;

/** Rule settings of an election; every member has a documented default. */
export const ElectionSettings = Type.Object(
  {
    severities: Type.Optional(Type.Record(Type.String(), Type.Enum([...severities]))),
    rejectedShareMax: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    choiceShareMin: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    choiceShareVotesMin: Type.Optional(Type.Integer({ minimum: 0 })),
    turnoutDeviation: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    swingDeviation: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    sigmas: Type.Optional(Type.Number({ minimum: 0, maximum: 10 })),
    siblingsMin: Type.Optional(Type.Integer({ minimum: 2 })),
    authorMayCorrectMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10080 })),
    equalQuotientsToMoreVotes: Type.Optional(Type.Boolean()),
    marginalShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  { additionalProperties: false },
);
export type ElectionSettings = Static<typeof ElectionSettings>;

export const electionKinds = [
  'presidential',
  'parliamentary',
  'general',
  'local',
  'referendum',
  'internal',
] as const;

export const CreateElectionBody = Type.Object(
  {
    code: Code,
    name: Name,
    kind: Type.Enum([...electionKinds]),
    pollingDate: Type.String({ format: 'date' }),
    pollsCloseAt: Type.Optional(Type.String({ format: 'date-time' })),
    register: Type.String({ minLength: 1, maxLength: 64 }),
    previous: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
    follows: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
    basis: Type.Optional(BasisName),
    settings: Type.Optional(ElectionSettings),
    simulated: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type CreateElectionBody = Static<typeof CreateElectionBody>;

export const UpdateElectionBody = Type.Partial(
  Type.Object({
    name: Name,
    pollingDate: Type.String({ format: 'date' }),
    pollsCloseAt: Nullable(Type.String({ format: 'date-time' })),
    previous: Nullable(Type.String({ maxLength: 64 })),
    basis: BasisName,
    settings: ElectionSettings,
  }),
  { additionalProperties: false },
);
export type UpdateElectionBody = Static<typeof UpdateElectionBody>;

export const transitions = ['open', 'start-counting', 'close-counting', 'certify', 'reopen'] as const;
export type ElectionTransition = (typeof transitions)[number];

export const seatMethods = ['none', 'plurality', 'majority', 'dhondt'] as const;
export type SeatMethod = (typeof seatMethods)[number];

/**
 * A race is one ballot paper of the election (presidential, parliamentary …); it has one contest for the whole
 * nation or one for each district. `threshold` is the share of valid votes a list needs in its district.
 */
export const Race = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  seatMethod: Type.Enum([...seatMethods]),
  threshold: Type.Number(),
  blankVotes: Type.Boolean(),
  contests: Type.Integer(),
  seats: Type.Integer(),
  districtLevel: Type.Integer(),
});
export type Race = Static<typeof Race>;

export const RaceBody = Type.Object(
  {
    code: Code,
    name: Name,
    seatMethod: Type.Enum([...seatMethods]),
    threshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: 0 })),
    blankVotes: Type.Optional(Type.Boolean({ default: false })),
  },
  { additionalProperties: false },
);

export const PartyBody = Type.Object(
  {
    code: Code,
    name: Name,
    shortName: Type.String({ minLength: 1, maxLength: 40 }),
    color: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
  },
  { additionalProperties: false },
);
export const Party = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  color: Type.String(),
});
export type Party = Static<typeof Party>;

/** A candidate or list as it stands on the ballot of one contest; `party` is null for an independent. */
export const ChoiceBody = Type.Object(
  {
    code: Code,
    name: Name,
    party: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
    color: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
  },
  { additionalProperties: false },
);
export const Choice = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  party: Nullable(Type.String()),
  color: Type.String(),
  ballotOrder: Type.Integer(),
});
export type Choice = Static<typeof Choice>;

/** `area` is the code of the district the contest is held in; `heldBy` the party code that holds the seat now. */
export const ContestBody = Type.Object(
  {
    race: Type.String({ minLength: 1, maxLength: 64 }),
    area: Type.String({ minLength: 1, maxLength: 64 }),
    name: Type.Optional(Name),
    seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, default: 1 })),
    heldBy: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
    choices: Type.Array(ChoiceBody, { minItems: 1, maxItems: 500 }),
  },
  { additionalProperties: false },
);
export type ContestBody = Static<typeof ContestBody>;

export const Contest = Type.Object({
  id: Type.String(),
  code: Type.String(),
  race: Type.String(),
  area: Type.String(),
  areaName: Type.String(),
  name: Type.String(),
  seats: Type.Integer(),
  heldBy: Nullable(Type.String()),
  choices: Type.Array(Choice),
});
export type Contest = Static<typeof Contest>;

/** Everything on the ballots at once, checked as a whole and written all or nothing. */
export const BallotImportBody = Type.Object(
  {
    parties: Type.Array(PartyBody, { maxItems: 2000 }),
    races: Type.Array(RaceBody, { minItems: 1, maxItems: 20 }),
    contests: Type.Array(ContestBody, { minItems: 1, maxItems: 20000 }),
  },
  { additionalProperties: false },
);
export type BallotImportBody = Static<typeof BallotImportBody>;

export const Election = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  pollingDate: Type.String(),
  pollsCloseAt: Nullable(Type.String()),
  state: Type.Enum([...electionStates]),
  basis: BasisName,
  register: Type.String(),
  levels: Type.Array(Type.String()),
  previous: Nullable(Type.String()),
  follows: Nullable(Type.String()),
  simulated: Type.Boolean(),
  settings: ElectionSettings,
  races: Type.Array(Race),
  /** Party code → what small places print instead, such as “EH Bildu” for EH-BILDU; only where it is not the code. */
  shortNames: Type.Record(Type.String(), Type.String()),
  version: Type.Integer(),
});
export type Election = Static<typeof Election>;
