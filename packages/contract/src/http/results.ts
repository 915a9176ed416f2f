import { type Static, Type } from 'typebox';
import { BasisName } from './elections.ts';

// What is not known is left out: a merge patch reads null as “gone”, so topic states hold no null members.

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(inner: T) =>
  Type.Union([inner, Type.Null()]);

/** How far an area has come: nothing yet, somebody ahead, level, decided, or going to a second round. */
export const AreaCall = Type.Enum(['none', 'leading', 'tied', 'won', 'runoff']);

/** Shares and turnout are fractions of 1, rounded half-up to three decimals (one decimal of a per cent). */
export const Leader = Type.Object({
  choice: Type.String(),
  name: Type.String(),
  party: Type.Optional(Type.String()),
  color: Type.String(),
  votes: Type.Integer(),
  share: Type.Number(),
  margin: Type.Number(),
  swing: Type.Optional(Type.Number()),
  seats: Type.Optional(Type.Integer()),
});
export type Leader = Static<typeof Leader>;

/**
 * `leader` is the choice or column code in front; `leaders` stand in its place where several are level, and neither
 * does before the first report. `runnerUp` is told where a second round needs it. `seats` are those of a district that
 * fills more than one, by party: as they would be if nothing more came, and final when every station has reported;
 * what is level belongs to nobody yet.
 */
export const ChildArea = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  parent: Type.Optional(Type.String()),
  leader: Type.Optional(Type.String()),
  leaders: Type.Optional(Type.Array(Type.String())),
  runnerUp: Type.Optional(Type.String()),
  share: Type.Number(),
  margin: Type.Number(),
  swing: Type.Optional(Type.Number()),
  call: AreaCall,
  turnout: Type.Number(),
  votes: Type.Integer(),
  stationsReported: Type.Integer(),
  stations: Type.Integer(),
  held: Type.Integer(),
  seats: Type.Optional(
    Type.Object({ all: Type.Integer(), parties: Type.Record(Type.String(), Type.Integer()) }),
  ),
});
export type ChildArea = Static<typeof ChildArea>;

export const SeatCount = Type.Object({
  party: Type.String(),
  name: Type.String(),
  color: Type.String(),
  won: Type.Integer(),
  leading: Type.Integer(),
  change: Type.Optional(Type.Integer()),
});
export type SeatCount = Static<typeof SeatCount>;

/** A station's report; `area` names the district or place above it. */
export const Report = Type.Object({
  station: Type.String(),
  name: Type.String(),
  area: Type.String(),
  kind: Type.Enum(['submitted', 'corrected', 'rejected', 'released', 'verified', 'certified']),
  leader: Type.Optional(Type.String()),
  cast: Type.Integer(),
  at: Type.String(),
});
export type Report = Static<typeof Report>;

const mapMembers = {
  election: Type.Object({
    code: Type.String(),
    name: Type.String(),
    state: Type.String(),
    simulated: Type.Boolean(),
    register: Type.String(),
  }),
  race: Type.Object({
    code: Type.String(),
    name: Type.String(),
    seatMethod: Type.String(),
    seats: Type.Integer(),
  }),
  scope: Type.Object({
    level: Type.String(),
    id: Type.String(),
    code: Type.String(),
    name: Type.String(),
    path: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), level: Type.String() })),
    contest: Type.Optional(Type.String()),
    /** Seats that are filled by districts lying in this area; 0 in a part of a district. */
    seats: Type.Integer(),
    call: AreaCall,
    calledBy: Type.Optional(Type.Enum(['certainty', 'complete', 'person'])),
    /** Code of the choice that has won; a person may have called another one than the leader. */
    winner: Type.Optional(Type.String()),
  }),
  childLevel: Type.Optional(Type.String()),
  completeness: Type.Object({
    stationsReported: Type.Integer(),
    stations: Type.Integer(),
    registeredReported: Type.Integer(),
    registered: Type.Integer(),
    held: Type.Integer(),
  }),
  totals: Type.Object({
    cast: Type.Integer(),
    valid: Type.Integer(),
    rejected: Type.Integer(),
    turnout: Type.Number(),
  }),
  lastUpdated: Type.Optional(Type.String()),
  basis: BasisName,
  boundaries: Type.Optional(Type.String()),
};

/** What everybody may read of one race in one area: GET …/map. `leaders` hold every choice, most votes first. */
export const MapAnswer = Type.Object({
  seq: Type.Integer(),
  ...mapMembers,
  leaders: Type.Array(Leader),
  children: Type.Array(ChildArea),
  seats: Type.Array(SeatCount),
  recent: Type.Array(Report),
});
export type MapAnswer = Static<typeof MapAnswer>;

/**
 * The state of a `map:` topic: the same members, but what changes in part is keyed so that a merge patch stays small:
 * `leaders` by choice, `children` by area code, `seats` by party. `recent` is short and travels whole.
 */
export const MapState = Type.Object({
  ...mapMembers,
  leaders: Type.Record(Type.String(), Leader),
  children: Type.Record(Type.String(), ChildArea),
  seats: Type.Record(Type.String(), SeatCount),
  recent: Type.Array(Report),
});
export type MapState = Static<typeof MapState>;

/** One move worth telling: an area whose leader changed, or whose shares moved most, since the last minutes. */
export const Movement = Type.Object({
  area: Type.String(),
  name: Type.String(),
  kind: Type.Enum(['lead_change', 'swing', 'called', 'call_withdrawn', 'correction']),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
  amount: Type.Optional(Type.Number()),
  at: Type.String(),
});
export type Movement = Static<typeof Movement>;

/** The presenter's state, computed from the ledger: the same for any number of presenters, unmoved by reading. */
export const PresenterState = Type.Object({
  map: MapState,
  change: Type.Object({
    since: Type.Optional(Type.String()),
    votes: Type.Integer(),
    stations: Type.Integer(),
    leaderShare: Type.Optional(Type.Number()),
    margin: Type.Optional(Type.Number()),
    turnout: Type.Optional(Type.Number()),
  }),
  movements: Type.Array(Movement),
  held: Type.Integer(),
  corrections: Type.Integer(),
});
export type PresenterState = Static<typeof PresenterState>;

export const TimelinePoint = Type.Object({
  at: Type.String(),
  stationsReported: Type.Integer(),
  cast: Type.Integer(),
  votes: Type.Record(Type.String(), Type.Integer()),
});
export const Timeline = Type.Object({
  scope: Type.String(),
  race: Type.String(),
  basis: BasisName,
  points: Type.Array(TimelinePoint),
});
export type Timeline = Static<typeof Timeline>;

export const AnalysisRow = Type.Object({
  area: Type.String(),
  name: Type.String(),
  leader: Nullable(Type.String()),
  previousLeader: Nullable(Type.String()),
  other: Nullable(Type.String()),
  margin: Type.Number(),
  swing: Nullable(Type.Number()),
  stationsReported: Type.Integer(),
  stations: Type.Integer(),
});
export const Analysis = Type.Object({
  kind: Type.Enum(['swing', 'marginal', 'split']),
  basis: BasisName,
  items: Type.Array(AnalysisRow),
});
export type Analysis = Static<typeof Analysis>;

export const CallBody = Type.Object(
  {
    race: Type.String({ maxLength: 64 }),
    area: Type.String({ maxLength: 64 }),
    choice: Type.String({ maxLength: 64 }),
    reason: Type.String({ minLength: 3, maxLength: 2000 }),
  },
  { additionalProperties: false },
);
