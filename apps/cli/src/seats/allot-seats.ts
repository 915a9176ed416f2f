import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import type { Fraction } from '@comitium/tally/exact';
import {
  type Allocation,
  type SeatDistrict,
  type SeatMethodName,
  type SeatTie,
  seatMethods,
  shutOut,
  withAlliances,
  withMajority,
} from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import type { VotesDistrict, VotesFile } from './read-votes-file.ts';

export interface SeatRules {
  readonly threshold: Fraction | null;
  readonly thresholdBase: number | null;
  readonly nationalThreshold: Fraction | null;
  /** Least share in one district at least; beside a national threshold either is enough. */
  readonly oneDistrictThreshold: Fraction | null;
  /** Lists that these two thresholds do not stop. */
  readonly exempt: readonly number[];
  readonly majority: boolean;
  readonly moreVotesFirst: boolean;
  readonly lot: readonly number[] | null;
}

/** Seats of every district by itself, by a method of `seatMethods`. */
export const allotSeats = (
  file: VotesFile,
  name: SeatMethodName,
  rules: SeatRules,
): Result<SeatsReportBody, CommandProblem[]> => {
  if (rules.majority && file.districts.some(({ alliances }) => alliances.length > 0))
    return err([ofArgument('rules_exclude', 'The majority rule and alliances cannot both be asked for.')]);
  const barred = barredOf(file, rules);
  const districts = file.districts.map((district) => districtReport(file, district, { name, rules, barred }));
  const open = districts.some(({ ties }) => ties.length > 0);
  return ok({
    version: 1,
    method: { name, title: seatMethods[name].title },
    seats: districts.reduce((sum, { seats }) => sum + seats, 0),
    state: open ? 'lot-needed' : 'decided',
    lists: sumLists(districts, file),
    districts,
    divisors: null,
    tiedCells: [],
    mixed: null,
    elected: null,
  });
};

export type DistrictReport = SeatsReportBody['districts'][number];

/** Lists below the national threshold, and nowhere above that of one district: they have no seats anywhere. */
export const barredOf = (
  file: VotesFile,
  { nationalThreshold, oneDistrictThreshold, exempt }: SeatRules,
): number[] => {
  const national =
    nationalThreshold === null ? [] : [{ votes: votesOfLists(file), share: nationalThreshold }];
  const local =
    oneDistrictThreshold === null
      ? []
      : file.districts.map(({ votes }) => ({ votes, share: oneDistrictThreshold }));
  const hurdles = [...national, ...local];
  return hurdles.length === 0 ? [] : shutOut({ hurdles, needed: 'any', exempt });
};

/** Votes of each list over all districts. */
export const votesOfLists = ({ lists, districts }: VotesFile): number[] =>
  lists.map((_, list) => districts.reduce((sum, one) => sum + one.votes[list]!, 0));

interface Asked {
  readonly name: SeatMethodName;
  readonly rules: SeatRules;
  readonly barred: readonly number[];
}

const districtReport = (
  file: VotesFile,
  { name: district, seats, votes, atMost, alliances }: VotesDistrict,
  { name, rules, barred }: Asked,
): DistrictReport => {
  const { threshold, thresholdBase, moreVotesFirst, lot, majority } = rules;
  const asked: SeatDistrict = {
    votes,
    seats: seats ?? 0,
    barred,
    moreVotesFirst,
    ...(threshold && { threshold }),
    ...(thresholdBase !== null && { thresholdBase }),
    ...(atMost && { atMost }),
    ...(lot && { lot }),
  };
  const { allocation, ties, raised } = apportion(name, asked, { alliances, majority });
  return {
    district,
    seats: seats ?? 0,
    lists: file.lists.map((list, at) => ({
      list,
      votes: votes[at]!,
      seats: allocation.seats[at]!,
      excluded: allocation.excluded.includes(at),
    })),
    ties: ties.map(({ choices, seatsAtStake }) => ({
      lists: choices.map((choice) => file.lists[choice]!),
      seatsAtStake,
    })),
    unallocated: allocation.unallocated,
    raised: raised === null ? null : (file.lists[raised] ?? null),
  };
};

interface Apportioned {
  readonly allocation: Pick<Allocation, 'seats' | 'excluded' | 'unallocated'>;
  readonly ties: readonly SeatTie[];
  readonly raised: number | null;
}

const apportion = (
  name: SeatMethodName,
  asked: SeatDistrict,
  { alliances, majority }: { readonly alliances: number[][]; readonly majority: boolean },
): Apportioned => {
  const method = seatMethods[name].apportion;
  if (alliances.length > 0) {
    const allocation = withAlliances(method, asked, alliances);
    return { allocation, ties: allocation.ties, raised: null };
  }
  const allocation = majority ? withMajority(method, asked) : { ...method(asked), raised: null };
  return { allocation, ties: allocation.tie === null ? [] : [allocation.tie], raised: allocation.raised };
};

/** Votes and seats of each list over all districts; excluded where it is so in all of them. */
export const sumLists = (
  districts: readonly DistrictReport[],
  { lists }: VotesFile,
): SeatsReportBody['lists'] =>
  lists.map((list, at) => {
    const rows = districts.map((district) => district.lists[at]!);
    return {
      list,
      votes: rows.reduce((sum, { votes }) => sum + votes, 0),
      seats: rows.reduce((sum, { seats }) => sum + seats, 0),
      excluded: rows.every(({ excluded }) => excluded),
    };
  });
