import type { Allocation, SeatTie } from './allocation.ts';
import type { SeatDistrict } from './seat-district.ts';
import { withFewest } from './with-fewest.ts';

/**
 * What happens when a list has won more constituencies than its votes entitle it to:
 * - `kept`: it keeps them, the others keep their entitlement, and the house grows (New Zealand, Electoral Act 1993 s 191–193).
 * - `levelled`: the house grows until every list's share covers what it won (the German states; for Germany 2013 and 2017 see mixed-member-regions.ts).
 * - `absorbed`: the house stays, the list keeps its constituencies, and the others share what is left (Scotland Act 1998, sections 7
 *   and 8; Government of Wales Act 2006).
 * - `refused`: the house stays; constituencies that the votes do not cover are not filled (Germany since 2023, BWahlG § 6 (1), there by Land: mixed-member-regions.ts).
 */
export type OverhangRule = 'kept' | 'levelled' | 'absorbed' | 'refused';

export interface MixedMemberElection extends Omit<SeatDistrict, 'atMost'> {
  /** Per choice the constituencies that it won. */
  readonly direct: readonly number[];
  readonly overhang: OverhangRule;
  /** Constituencies won by nobody's list; they are taken off the house before the lists share it. Default 0. */
  readonly independents?: number | undefined;
  /** `levelled` gives up above this many seats, as some laws do. Default: ten times the house. */
  readonly largestHouse?: number | undefined;
}

export interface MixedMemberAllocation {
  /** Per choice all its seats. */
  readonly seats: number[];
  /** Per choice what its votes entitle it to in the house as it is at last, whatever others have won. */
  readonly entitled: number[];
  /** Per choice the seats filled from its list: what it has beyond its constituencies. */
  readonly list: number[];
  /** Per choice constituencies beyond what it was entitled to in the regular house. */
  readonly overhang: number[];
  /** Per choice constituencies that are not filled; all 0 unless overhang is refused. */
  readonly unfilled: number[];
  /** Seats of everybody, independents among them. */
  readonly house: number;
  readonly excluded: number[];
  /** The first tie that needs a lot; nothing beyond it is decided. */
  readonly tie: SeatTie | null;
  readonly unallocated: number;
}

/**
 * Constituency seats and list seats together in proportion to the list votes. A list that may have no list seats keeps the
 * constituencies that it won. Throws RangeError on figures that are no counts, and where levelling does not end.
 */
export const mixedMember = (
  apportion: (district: SeatDistrict) => Allocation,
  election: MixedMemberElection,
): MixedMemberAllocation => {
  const { direct, votes, overhang: rule, independents = 0, seats: regular } = election;
  for (const count of [independents, ...direct])
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count of seats`);
  const { excluded } = apportion({ ...election, seats: 0 });
  const barred = new Set([...excluded, ...votes.flatMap((count, choice) => (count === 0 ? [choice] : []))]);
  const wonOutside = direct.reduce((sum, won, choice) => sum + (barred.has(choice) ? won : 0), independents);
  const share = (house: number): Allocation => apportion({ ...election, seats: Math.max(0, house) });
  const first = share(regular - wonOutside);
  const overhang = direct.map((won, choice) =>
    barred.has(choice) ? 0 : Math.max(0, won - first.seats[choice]!),
  );
  const missing = ({ seats }: Allocation): Missing[] =>
    direct.flatMap((won, choice) => {
      const short = barred.has(choice) ? 0 : won - seats[choice]!;
      return short > 0 ? [{ choice, seats: short }] : [];
    });
  const shared = shareBy[rule]({ apportion, election, barred, share, missing, first, wonOutside });
  const entitled = rule === 'absorbed' ? first.seats : shared.seats;
  const seats = votes.map((_, choice) => {
    const [won, due] = [direct[choice] ?? 0, shared.seats[choice] ?? 0];
    if (barred.has(choice)) return won;
    // Levelled shares cover what was won, but for a seat that waits for a lot.
    return rule === 'kept' ? Math.max(won, due) : due;
  });
  const unfilled = seats.map((count, choice) =>
    rule === 'refused' ? Math.max(0, (direct[choice] ?? 0) - count) : 0,
  );
  const list = seats.map((count, choice) => Math.max(0, count - (direct[choice] ?? 0)));
  const house = seats.reduce((sum, count) => sum + count, independents) + (shared.tie?.seatsAtStake ?? 0);
  const { tie, unallocated } = shared;
  return { seats, entitled, list, overhang, unfilled, house, excluded, tie, unallocated };
};

interface Sharing {
  readonly apportion: (district: SeatDistrict) => Allocation;
  readonly election: MixedMemberElection;
  /** Lists that may have no list seats. */
  readonly barred: ReadonlySet<number>;
  readonly share: (house: number) => Allocation;
  readonly missing: (allocation: Allocation) => Missing[];
  readonly first: Allocation;
  /** Constituencies of independents and of lists that are barred. */
  readonly wonOutside: number;
}

/**
 * The smallest house above the regular one in which every list's share covers its constituencies. A tie on the way is passed over
 * where no lot could make it large enough.
 */
const grow = ({ election, share, missing, first, wonOutside }: Sharing): Allocation => {
  const { seats, largestHouse = 10 * seats } = election;
  let shared = first;
  for (let house = seats + 1; !mayCover(shared, missing(shared)); house++) {
    if (house > largestHouse) throw new RangeError(`levelling needs more than ${largestHouse} seats`);
    shared = share(house - wonOutside);
  }
  return shared;
};

const absorb = ({ apportion, election, barred, wonOutside }: Sharing): Allocation =>
  withFewest(
    apportion,
    { ...election, seats: Math.max(0, election.seats - wonOutside) },
    election.direct.map((won, choice) => (barred.has(choice) ? 0 : won)),
  );

const asInRegularHouse = ({ first }: Sharing): Allocation => first;

const shareBy: Readonly<Record<OverhangRule, (sharing: Sharing) => Allocation>> = {
  kept: asInRegularHouse,
  levelled: grow,
  absorbed: absorb,
  refused: asInRegularHouse,
};

interface Missing {
  readonly choice: number;
  readonly seats: number;
}

/** Whether nothing is missing, or a lot could bring all that is. */
const mayCover = ({ tie }: Allocation, missing: readonly Missing[]): boolean =>
  missing.length <= (tie?.seatsAtStake ?? 0) &&
  missing.every(({ choice, seats }) => seats === 1 && tie?.choices.includes(choice) === true);
