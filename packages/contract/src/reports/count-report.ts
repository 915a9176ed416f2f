import { type Static, Type } from 'typebox';

// The report of a count as `comitium count --json` and the page /count give it. Choices are places in `choices`.

/** A quantity of votes as exact text: `1234`, `-0.50000`, or `2/3` where no decimal is exact. */
export const Amount = Type.String({ pattern: '^-?\\d+(\\.\\d+|/\\d+)?$' });

const Place = Type.Integer({ minimum: 0 });
const Places = Type.Array(Place);
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(inner: T) =>
  Type.Union([inner, Type.Null()]);

const Leftover = Type.Enum(['ran-out', 'overvote', 'skipped-ranks', 'repeat', 'blank', 'rounding']);

const OpenTie = Type.Object({
  round: Type.Integer(),
  purpose: Type.String(),
  choices: Places,
  places: Type.Integer({ minimum: 1 }),
  want: Type.Enum(['most', 'fewest']),
});

const CountAction = Type.Union([
  Type.Object({
    kind: Type.Enum(['elect', 'exclude', 'advance']),
    choices: Places,
    reason: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('surplus'),
    choice: Place,
    surplus: Amount,
    transferValue: OrNull(Amount),
  }),
  Type.Object({ kind: Type.Literal('stop'), reason: Type.String() }),
]);

const CountRound = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  contest: Type.Integer({ minimum: 1 }),
  votes: Type.Array(OrNull(Amount)),
  standing: Type.Array(Type.Enum(['continuing', 'elected', 'excluded', 'withdrawn'])),
  leftovers: Type.Array(Type.Object({ reason: Leftover, votes: Amount })),
  thresholds: Type.Array(
    Type.Object({ kind: Type.Enum(['quota', 'majority', 'minimum', 'maximum-quota']), votes: Amount }),
  ),
  actions: Type.Array(CountAction),
  transfers: Type.Array(Type.Object({ from: Place, to: Type.Union([Place, Leftover]), votes: Amount })),
});

const TieStep = Type.Object({
  by: Type.Enum(['earlier-rounds', 'later-rounds', 'random', 'ballot-order', 'lot']),
  classes: Type.Array(Places),
  evidence: Type.Object({ kind: Type.Enum(['round', 'draws', 'tickets', 'paper', 'lot']) }),
});

/** The whole story of a count. `version` changes when a reader of the old form would misread the new one. */
export const CountReportBody = Type.Object({
  version: Type.Literal(1),
  method: Type.Object({ name: Type.String(), title: Type.String(), source: Type.String() }),
  options: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
  ),
  seats: Type.Integer({ minimum: 1 }),
  choices: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      party: OrNull(Type.String()),
      withdrawn: Type.Boolean(),
      writeIn: Type.Enum(['no', 'declared', 'undeclared']),
    }),
  ),
  measure: Type.Enum(['votes', 'approvals', 'points', 'wins', 'strength']),
  ballots: Type.Object({ cast: Amount, blank: Amount }),
  rounds: Type.Array(CountRound),
  outcome: Type.Object({
    state: Type.Enum(['decided', 'lot-needed', 'runoff-needed']),
    elected: Places,
    ranking: OrNull(Type.Array(Places)),
    unfilled: Type.Integer({ minimum: 0 }),
    open: OrNull(OpenTie),
    runoff: OrNull(Places),
  }),
  ties: Type.Array(
    Type.Object({
      round: Type.Integer(),
      purpose: Type.String(),
      choices: Places,
      places: Type.Integer(),
      want: Type.Enum(['most', 'fewest']),
      chosen: Places,
      steps: Type.Array(TieStep),
      open: OrNull(OpenTie),
    }),
  ),
  tables: Type.Array(
    Type.Object({
      name: Type.String(),
      columns: Type.Array(Type.String()),
      rows: Type.Array(Type.Object({ label: Type.String(), cells: Type.Array(OrNull(Amount)) })),
    }),
  ),
});
export type CountReportBody = Static<typeof CountReportBody>;
