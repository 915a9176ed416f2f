// Bundeswahlgesetz (Germany) § 6 in the forms of 2013 (first and second distribution) and 2023 (cover by list votes), and before 2012.
import type { Allocation, SeatTie } from './allocation.ts';
import { mixedMember, type OverhangRule } from './mixed-member.ts';
import type { SeatDistrict } from './seat-district.ts';
import { withFewest } from './with-fewest.ts';

/** A part of the country with lists and constituencies of its own, such as a German Land. */
export interface MixedRegion {
  /** Per choice its list votes here. */
  readonly votes: readonly number[];
  /** Per choice the constituencies won here. */
  readonly direct: readonly number[];
  /** Constituencies here that nobody's list won. Default 0. */
  readonly independents?: number | undefined;
  /** The region's part of the regular house; only `levelled` asks for it, for the first distribution. */
  readonly seats?: number | undefined;
}

export interface RegionalElection extends Pick<SeatDistrict, 'barred' | 'moreVotesFirst' | 'lot'> {
  readonly regions: readonly MixedRegion[];
  /** The regular house. */
  readonly seats: number;
  readonly overhang: OverhangRule;
  readonly largestHouse?: number | undefined;
  /** Per choice the order in which its regions were drawn. */
  readonly regionLots?: readonly (readonly number[])[] | undefined;
}

export interface RegionalAllocation {
  /** Per region, per choice all its seats; only constituencies while `tie` is open. */
  readonly seats: number[][];
  /** Per region, per choice what its votes entitle it to there; levelled and absorbed, never less than its constituencies. */
  readonly entitled: number[][];
  /** Per region, per choice constituencies beyond its entitlement there. */
  readonly overhang: number[][];
  /** Per region, per choice constituencies that are not filled; all 0 unless overhang is refused. */
  readonly unfilled: number[][];
  /** Per choice what levelling must reach: in each region its share or its constituencies, whichever is more; null unless levelled. */
  readonly guaranteed: number[] | null;
  readonly house: number;
  readonly excluded: number[];
  /** Lists with equal claims to the last of all seats, or of `tieRegion`'s in the first distribution; nothing beyond it is decided. */
  readonly tie: SeatTie | null;
  readonly tieRegion: number | null;
  /** Regions in which a list has equal claims to the last of its seats. */
  readonly regionTies: {
    readonly choice: number;
    readonly regions: number[];
    readonly seatsAtStake: number;
  }[];
  readonly unallocated: number;
}

/**
 * Lists share the house by all their votes, and each list's seats go to its regions by its votes there.
 * - `kept`: a region's constituencies beyond its list's entitlement there are added to the house (Germany until 2011).
 * - `levelled`: regions first share out their own seats; the house grows until every list has all that it would have in its regions,
 *   constituencies included; no region of a list has fewer seats than constituencies (BWahlG § 6 (2) to (6) in the form of 2013).
 * - `absorbed`: the house stays; lists, and a list's regions, have at least their constituencies, and the others share what is left.
 * - `refused`: constituencies that the list's entitlement in the region does not cover stay empty (BWahlG § 6 (1) and (4) since 2023).
 * The amendment of 2020, with its three seats that were not levelled, is not modelled. Throws RangeError on figures that are no counts.
 */
export const mixedMemberByRegion = (
  apportion: (district: SeatDistrict) => Allocation,
  election: RegionalElection,
): RegionalAllocation => {
  const { regions, overhang: rule, moreVotesFirst, lot, largestHouse } = election;
  const barred = new Set(election.barred);
  const votes = sumColumns(regions.map((region) => region.votes));
  const isOutside = (choice: number): boolean => barred.has(choice) || votes[choice] === 0;
  const coversAll = rule === 'levelled' || rule === 'absorbed';
  const first = rule === 'levelled' ? regions.map((region) => firstShare(apportion, region, election)) : null;
  const tieRegion = first?.findIndex(({ tie }) => tie !== null) ?? -1;
  const guaranteed = first && sumColumns(first.map(({ seats }) => seats));
  const direct = sumColumns(regions.map((region) => region.direct));
  const above = mixedMember(apportion, {
    ...{ votes, seats: election.seats, barred: [...barred], moreVotesFirst, lot, largestHouse },
    independents: independentsOf(regions),
    // What a list won is judged region by region below, so that here only what all its regions together have counts.
    direct: direct.map((won, choice) =>
      isOutside(choice) || rule === 'absorbed' ? won : (guaranteed?.[choice] ?? 0),
    ),
    overhang: coversAll && tieRegion < 0 ? rule : 'kept',
  });
  const tie = tieRegion < 0 ? above.tie : first![tieRegion]!.tie;
  const spread = votes.map((_, choice) =>
    isOutside(choice) || tie !== null
      ? { seats: regions.map(() => 0), tie: null }
      : withFewest(
          apportion,
          {
            votes: regions.map((region) => region.votes[choice]!),
            seats: rule === 'absorbed' ? above.seats[choice]! : above.entitled[choice]!,
            ...{ moreVotesFirst, lot: election.regionLots?.[choice] },
          },
          regions.map((region) => (coversAll ? region.direct[choice]! : 0)),
        ),
  );
  const { excluded, unallocated } = above;
  return {
    ...settleRegions(election, { spread, isOutside }),
    ...(tie !== null && { house: above.house }),
    ...{ guaranteed, excluded, tie, tieRegion: tieRegion < 0 ? null : tieRegion, unallocated },
  };
};

const sumColumns = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));

const independentsOf = (regions: readonly MixedRegion[]): number =>
  regions.reduce((sum, { independents = 0 }) => sum + independents, 0);

/** What lists would have in one region: their share of its seats, or their constituencies where these are more. */
const firstShare = (
  apportion: (district: SeatDistrict) => Allocation,
  { votes, direct, independents = 0, seats }: MixedRegion,
  { barred = [], moreVotesFirst, lot }: Pick<RegionalElection, 'barred' | 'moreVotesFirst' | 'lot'>,
): Pick<Allocation, 'seats' | 'tie'> => {
  if (seats === undefined) throw new RangeError('levelling needs the seats of every region');
  const outside = barred.reduce((sum, choice) => sum + direct[choice]!, independents);
  const share = apportion({ votes, barred, moreVotesFirst, lot, seats: Math.max(0, seats - outside) });
  const least = share.seats.map((count, choice) =>
    barred.includes(choice) ? 0 : Math.max(count, direct[choice]!),
  );
  return { seats: least, tie: share.tie };
};

interface Settling {
  readonly spread: readonly Pick<Allocation, 'seats' | 'tie'>[];
  readonly isOutside: (choice: number) => boolean;
}

const settleRegions = (
  { regions, overhang: rule }: RegionalElection,
  { spread, isOutside }: Settling,
): Pick<RegionalAllocation, 'seats' | 'entitled' | 'overhang' | 'unfilled' | 'regionTies' | 'house'> => {
  const each = (of: (won: number, due: number, choice: number) => number): number[][] =>
    regions.map(({ direct }, region) =>
      direct.map((won, choice) => of(won, spread[choice]!.seats[region]!, choice)),
    );
  const beyond = (won: number, due: number, choice: number): number =>
    isOutside(choice) ? 0 : Math.max(0, won - due);
  const seats = each((won, due, choice) => {
    if (isOutside(choice)) return won;
    return rule === 'refused' ? due : Math.max(won, due);
  });
  const regionTies = spread.flatMap(({ tie }, choice) =>
    tie === null ? [] : [{ choice, regions: tie.choices, seatsAtStake: tie.seatsAtStake }],
  );
  const atStake = regionTies.reduce((sum, { seatsAtStake }) => sum + seatsAtStake, 0);
  return {
    seats,
    entitled: each((_, due) => due),
    overhang: each(beyond),
    unfilled: each((won, due, choice) => (rule === 'refused' ? beyond(won, due, choice) : 0)),
    regionTies,
    house: seats.flat().reduce((sum, count) => sum + count, independentsOf(regions) + atStake),
  };
};
