import { type Static, Type } from 'typebox';

const count = Type.Optional(Type.Integer());
const fraction = Type.Optional(Type.Number());
const time = Type.Optional(Type.String());
const name = Type.Optional(Type.String());

/**
 * What the sentence of a finding is made of, so that it can be said in any language; which rule gives which stands in
 * packages/tally/src/sheets/SPEC.md. Fractions are 0 to 1, swings −1 to 1, times RFC 3339 in UTC.
 */
export const FindingValues = Type.Object({
  votes: count,
  valid: count,
  rejected: count,
  sum: count,
  cast: count,
  registered: count,
  onRegister: count,
  excess: count,
  largest: count,
  stations: count,
  share: fraction,
  shareBefore: fraction,
  turnout: fraction,
  meanTurnout: fraction,
  swing: fraction,
  meanSwing: fraction,
  capturedAt: time,
  pollsClosedAt: time,
  receivedAt: time,
  choice: name,
  station: name,
  choices: Type.Optional(Type.Array(Type.String())),
  broken: Type.Optional(
    Type.Array(
      Type.Object({
        field: Type.String(),
        name: Type.String(),
        value: Type.Union([Type.Number(), Type.String(), Type.Null()]),
      }),
    ),
  ),
});
export type FindingValues = Static<typeof FindingValues>;
