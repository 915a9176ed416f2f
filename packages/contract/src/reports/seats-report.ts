import { type Static, Type } from 'typebox';
import { Amount } from './count-report.ts';

const Tie = Type.Object({ lists: Type.Array(Type.String()), seatsAtStake: Type.Integer({ minimum: 1 }) });

const ListSeats = Type.Object({
  list: Type.String(),
  votes: Type.Integer({ minimum: 0 }),
  /** Those that are certain; what is tied is nobody's. */
  seats: Type.Integer({ minimum: 0 }),
  /** Below a threshold, so that it has no seats whatever its votes. */
  excluded: Type.Boolean(),
});

/**
 * Who gets the seats, as `comitium seats --json` gives it. `lists` are the sums over all districts; a district's name is null
 * where the file has none. Given + at stake + unallocated = seats, in every district. Of biproportional ties the seats at stake
 * are in both the district's and the lists' totals and are told in `cells`.
 */
export const SeatsReportBody = Type.Object({
  version: Type.Literal(1),
  method: Type.Object({ name: Type.String(), title: Type.String() }),
  seats: Type.Integer({ minimum: 0 }),
  state: Type.Enum(['decided', 'lot-needed']),
  lists: Type.Array(ListSeats),
  districts: Type.Array(
    Type.Object({
      district: Type.Union([Type.String(), Type.Null()]),
      seats: Type.Integer({ minimum: 0 }),
      lists: Type.Array(ListSeats),
      ties: Type.Array(Tie),
      unallocated: Type.Integer({ minimum: 0 }),
      /** The list raised to a majority of seats by that rule; null where the rule did nothing. */
      raised: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Only of biproportional seats: votes / (district × list), rounded, gives the seats; null while a tie is open. */
  divisors: Type.Union([
    Type.Object({
      districts: Type.Record(Type.String(), Amount),
      lists: Type.Record(Type.String(), Amount),
    }),
    Type.Null(),
  ]),
  /** Only of biproportional seats: cells among which votes do not decide. */
  tiedCells: Type.Array(
    Type.Array(
      Type.Object({ district: Type.String(), list: Type.String(), least: Type.Integer({ minimum: 0 }) }),
    ),
  ),
});
export type SeatsReportBody = Static<typeof SeatsReportBody>;
