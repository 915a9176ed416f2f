import { type Static, Type } from 'typebox';

const Votes = Type.Integer({ minimum: 0 });
const Chance = Type.Number({ minimum: 0, maximum: 1 });
const Unit = Type.Enum(['ballots', 'batches']);

const Lead = Type.Object({
  winner: Type.String(),
  loser: Type.String(),
  /** Votes by which the winner leads in the report. */
  votes: Votes,
});

const Discrepancies = Type.Object({ over1: Votes, over2: Votes, under1: Votes, under2: Votes });

/** How large a sample each kind of audit needs. */
export const AuditPlanBody = Type.Object({
  version: Type.Literal(1),
  kind: Type.Literal('plan'),
  riskLimit: Chance,
  ballots: Votes,
  winners: Type.Array(Type.String()),
  /** The pair that is hardest to confirm. */
  closest: Lead,
  sizes: Type.Array(
    Type.Object({
      method: Type.Enum(['bravo', 'minerva', 'comparison', 'batch', 'stratified']),
      /** Which size it is: an average, or one that confirms with the chance if the report is right, or one for errors as said. */
      meaning: Type.Enum(['average', 'chance', 'usual-errors', 'no-errors']),
      /** Null unless the meaning is `chance`. */
      chance: Type.Union([Chance, Type.Null()]),
      /** Null where no sample short of all papers can be said to do it. */
      size: Type.Union([Votes, Type.Null()]),
      unit: Unit,
      /** Only of stratified audits: how the size is divided. */
      strata: Type.Union([Type.Object({ compared: Votes, polled: Votes }), Type.Null()]),
    }),
  ),
});
export type AuditPlanBody = Static<typeof AuditPlanBody>;

/** Which papers are looked at, in the order drawn. */
export const AuditDrawBody = Type.Object({
  version: Type.Literal(1),
  kind: Type.Literal('draw'),
  seed: Type.String(),
  sampler: Type.Enum(['counter', 'tickets']),
  replace: Type.Boolean(),
  /** Papers or batches drawn from. */
  population: Votes,
  unit: Unit,
  draws: Type.Array(
    Type.Object({
      /** 1 is the first of the audit; with `--skip` the list begins later. */
      draw: Type.Integer({ minimum: 1 }),
      batch: Type.String(),
      /** Place of the paper in its batch, from 1; null where whole batches are drawn. */
      position: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
      /** How often this one has been drawn by now. */
      times: Type.Integer({ minimum: 1 }),
      /** What the draw follows from: the ticket, or for the counter the number of the draw. */
      ticket: Type.String(),
    }),
  ),
});
export type AuditDrawBody = Static<typeof AuditDrawBody>;

/** What a sample says, and what comes next. */
export const AuditMeasureBody = Type.Object({
  version: Type.Literal(1),
  kind: Type.Literal('measure'),
  method: Type.Enum(['bravo', 'minerva', 'comparison', 'batch', 'stratified']),
  riskLimit: Chance,
  /** The largest of all pairs: the chance that a wrong outcome would have looked as right as this, or better. */
  risk: Chance,
  pairs: Type.Array(Type.Object({ winner: Type.String(), loser: Type.String(), risk: Chance })),
  state: Type.Enum(['confirmed', 'go-on', 'full-count']),
  /** Ballots or batches drawn, draws of the same one counted again. */
  drawn: Votes,
  unit: Unit,
  /** How many more are likely to do, if what is to come is like what was seen; null where there is no such figure or no need. */
  more: Type.Union([Votes, Type.Null()]),
  /** Of comparisons; null for others. */
  discrepancies: Type.Union([Discrepancies, Type.Null()]),
});
export type AuditMeasureBody = Static<typeof AuditMeasureBody>;

const Statement = Type.Object({
  kind: Type.Enum(['not-excluded-before', 'not-excluded-next']),
  winner: Type.String(),
  loser: Type.String(),
  /** Only of `not-excluded-next`: among whom. */
  standing: Type.Union([Type.Array(Type.String()), Type.Null()]),
  forWinner: Votes,
  forLoser: Votes,
  /** Ballots to draw for this statement. */
  size: Votes,
  /** What a sample says of it; null without a sample. */
  risk: Type.Union([Chance, Type.Null()]),
});

/** Statements that prove the winner of an instant run-off, hardest first, and with a sample what it says of them. */
export const AuditIrvBody = Type.Object({
  version: Type.Literal(1),
  kind: Type.Literal('irv'),
  ballots: Votes,
  winner: Type.String(),
  method: Type.Enum(['comparison', 'bravo']),
  riskLimit: Chance,
  /** `provable` before a sample is drawn; after it confirmed, or not yet. */
  state: Type.Enum(['provable', 'confirmed', 'go-on', 'full-count']),
  statements: Type.Array(Statement),
  /** Ballots to draw for all statements together; null where nothing short of a full count proves them. */
  size: Type.Union([Votes, Type.Null()]),
  /** Ballots drawn; null without a sample. */
  drawn: Type.Union([Votes, Type.Null()]),
  /** The largest of the statements' risks; null without a sample. */
  risk: Type.Union([Chance, Type.Null()]),
  /** How many more are likely to do; null where nobody need draw more, or all must be counted. */
  more: Type.Union([Votes, Type.Null()]),
  /** An exclusion order that nothing contradicts, first excluded first; null where all are contradicted. */
  open: Type.Union([Type.Array(Type.String()), Type.Null()]),
});
export type AuditIrvBody = Static<typeof AuditIrvBody>;
