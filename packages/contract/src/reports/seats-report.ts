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

/** Constituencies beside list seats, of one list in one district, or in the one house there is. */
const MixedRow = Type.Object({
  district: Type.Union([Type.String(), Type.Null()]),
  list: Type.String(),
  /** Constituencies won. */
  direct: Type.Integer({ minimum: 0 }),
  /** Seats that the votes entitle it to; where overhang is absorbed by district, with the constituencies that exceed them. */
  entitled: Type.Integer({ minimum: 0 }),
  /** Constituencies beyond the entitlement in the regular house; by district, beyond what the list is entitled to there at last. */
  overhang: Type.Integer({ minimum: 0 }),
  /** Constituencies that stay empty, which only happens where overhang is refused. */
  unfilled: Type.Integer({ minimum: 0 }),
});

/** Who of a list has its seats in a district, most personal votes first, and who follows should one of them leave. */
const ElectedFromList = Type.Object({
  district: Type.Union([Type.String(), Type.Null()]),
  list: Type.String(),
  elected: Type.Array(Type.String()),
  next: Type.Array(Type.String()),
  /** Candidates with equal personal votes for the list's last seats. */
  tie: Type.Union([
    Type.Object({ candidates: Type.Array(Type.String()), seatsAtStake: Type.Integer({ minimum: 1 }) }),
    Type.Null(),
  ]),
});

/**
 * Who gets the seats, as `comitium seats --json` gives it. `lists` are the sums over all districts; a district's name is null
 * where the file has none. Given + at stake + unallocated = seats, in every district. Of biproportional ties the seats at stake
 * are in both the district's and the lists' totals and are told in `tiedCells`. Of mixed-member seats `seats` is the house as it is at
 * last, with the constituencies of independents, which are nobody's in `lists`.
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
  /** Biproportional seats, and regions of mixed-member lists: cells among which votes do not decide. */
  tiedCells: Type.Array(
    Type.Array(
      Type.Object({ district: Type.String(), list: Type.String(), least: Type.Integer({ minimum: 0 }) }),
    ),
  ),
  /** Only of mixed-member seats. */
  mixed: Type.Union([
    Type.Object({
      overhang: Type.Enum(['kept', 'levelled', 'absorbed', 'refused']),
      regularHouse: Type.Integer({ minimum: 0 }),
      house: Type.Integer({ minimum: 0 }),
      independents: Type.Integer({ minimum: 0 }),
      rows: Type.Array(MixedRow),
    }),
    Type.Null(),
  ]),
  /** Only of panachage: per district and list with seats, or with a tie for them. */
  elected: Type.Union([Type.Array(ElectedFromList), Type.Null()]),
});
export type SeatsReportBody = Static<typeof SeatsReportBody>;
