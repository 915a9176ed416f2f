import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import {
  type MixedMemberAllocation,
  mixedMember,
  mixedMemberByRegion,
  type OverhangRule,
  type RegionalAllocation,
  type SeatMethodName,
  seatMethods,
  shutOut,
} from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { type DistrictReport, type SeatRules, sumLists, votesOfLists } from './allot-seats.ts';
import type { SeatLot } from './read-seat-arguments.ts';
import type { VotesFile } from './read-votes-file.ts';

export const mixedMethod = {
  name: 'mixed-member',
  title: 'Mixed member (constituencies and lists)',
} as const;

export interface MixedRules extends SeatRules {
  readonly by: SeatMethodName;
  readonly overhang: OverhangRule;
  /** The regular house. */
  readonly house: number;
  /** So many constituencies pass the threshold by themselves; null: none do. */
  readonly orDirect: number | null;
  readonly lots: SeatLot | null;
}

/** Constituencies and list seats together; with districts, each list's seats go to its districts by its votes there. */
export const allotMixed = (file: VotesFile, rules: MixedRules): Result<SeatsReportBody, CommandProblem[]> => {
  const refused = refusalOf(file, rules);
  if (refused !== null) return err([refused]);
  try {
    const [only] = file.districts;
    const one = file.districts.length === 1 && only?.name === null;
    return ok(one ? inOne(file, rules) : byDistrict(file, rules));
  } catch (error) {
    // All figures of the file are counts, so that only levelling without an end is left to be thrown.
    if (error instanceof RangeError) return err([ofArgument('levelling_endless', `${error.message}.`)]);
    throw error;
  }
};

const refusalOf = (
  { districts }: VotesFile,
  { majority, overhang, threshold, nationalThreshold, oneDistrictThreshold }: MixedRules,
): CommandProblem | null => {
  if (threshold !== null && nationalThreshold !== null)
    return ofArgument(
      'rules_exclude',
      'For mixed-member seats --threshold and --national-threshold are the same: give one of them.',
    );
  if (
    majority ||
    oneDistrictThreshold !== null ||
    districts.some(({ alliances, atMost }) => alliances.length > 0 || atMost !== null)
  )
    return ofArgument(
      'rules_exclude',
      'Mixed-member seats know neither --majority, --alliances, --at-most nor --one-district-threshold.',
    );
  if (overhang === 'levelled' && districts.some(({ name, seats }) => name !== null && seats === null))
    return ofArgument('seats_invalid', 'Levelling by district needs the seats of each: --seats-column.');
  return null;
};

/** A list that is below the threshold, or below the number of constituencies that stands in for it. */
const barredOf = (file: VotesFile, rules: MixedRules): number[] => {
  const votes = votesOfLists(file);
  const share = rules.threshold ?? rules.nationalThreshold;
  if (share === null) return [];
  const won = votes.map((_, list) =>
    file.districts.reduce((sum, { direct }) => sum + (direct?.[list] ?? 0), 0),
  );
  return shutOut({
    hurdles: [{ votes, share, ...(rules.thresholdBase !== null && { base: rules.thresholdBase }) }],
    needed: 'all',
    exempt: rules.exempt,
    ...(rules.orDirect !== null && { orSeats: { least: rules.orDirect, won } }),
  });
};

const inOne = (file: VotesFile, rules: MixedRules): SeatsReportBody => {
  const [{ votes, direct, independents }] = file.districts as [VotesFile['districts'][number]];
  const barred = barredOf(file, rules);
  const won = direct ?? votes.map(() => 0);
  const result: MixedMemberAllocation = mixedMember(seatMethods[rules.by].apportion, {
    ...{ votes, direct: won, seats: rules.house, overhang: rules.overhang, independents, barred },
    ...{ moreVotesFirst: rules.moreVotesFirst, lot: rules.lots?.lists },
  });
  const lists = file.lists.map((list, at) => ({
    ...{ list, votes: votes[at]!, seats: result.seats[at]!, excluded: barred.includes(at) },
  }));
  const ties = tiesOf(file, result.tie);
  const { house, entitled, overhang, unfilled, unallocated } = result;
  return {
    ...headOf(rules, { house, open: ties.length > 0 }),
    lists,
    districts: [{ district: null, seats: house, lists, ties, unallocated, raised: null }],
    tiedCells: [],
    mixed: {
      ...{ overhang: rules.overhang, regularHouse: rules.house, house, independents },
      rows: file.lists.map((list, at) => ({
        ...{ district: null, list, direct: won[at]!, entitled: entitled[at]! },
        ...{ overhang: overhang[at]!, unfilled: unfilled[at]! },
      })),
    },
  };
};

const tiesOf = ({ lists }: VotesFile, tie: RegionalAllocation['tie']): DistrictReport['ties'] =>
  tie === null
    ? []
    : [{ lists: tie.choices.map((choice) => lists[choice]!), seatsAtStake: tie.seatsAtStake }];

const headOf = (
  { by }: MixedRules,
  { house, open }: { readonly house: number; readonly open: boolean },
): Pick<SeatsReportBody, 'version' | 'method' | 'seats' | 'state' | 'divisors' | 'elected'> => ({
  version: 1,
  method: { name: mixedMethod.name, title: `Mixed member, ${seatMethods[by].title}` },
  seats: house,
  state: open ? 'lot-needed' : 'decided',
  divisors: null,
  elected: null,
});

const byDistrict = (file: VotesFile, rules: MixedRules): SeatsReportBody => {
  const barred = barredOf(file, rules);
  const result = mixedMemberByRegion(seatMethods[rules.by].apportion, {
    regions: file.districts.map(({ votes, direct, independents, seats }) => ({
      ...{ votes, direct: direct ?? votes.map(() => 0), independents },
      ...(seats !== null && { seats }),
    })),
    ...{ seats: rules.house, overhang: rules.overhang, barred },
    ...{ moreVotesFirst: rules.moreVotesFirst, lot: rules.lots?.lists },
    regionLots: file.lists.map((_, list) =>
      (rules.lots?.cells ?? []).flatMap((cell) => (cell.list === list ? [cell.district] : [])),
    ),
  });
  const districts = districtsOf(file, barred, result);
  const lists = sumLists(districts, file);
  const above = result.tie !== null && result.tieRegion === null;
  const whole = { district: null, seats: result.house, lists, unallocated: 0, raised: null };
  return {
    ...headOf(rules, {
      house: result.house,
      open: result.tie !== null || result.regionTies.length > 0,
    }),
    lists,
    // Nothing in the districts is decided before the lists' own seats are.
    districts: above ? [{ ...whole, ties: tiesOf(file, result.tie) }] : districts,
    tiedCells: result.regionTies.map(({ choice, regions: tied }) =>
      tied.map((region) => ({
        ...{ district: file.districts[region]!.name ?? '', list: file.lists[choice]! },
        least: result.seats[region]![choice]!,
      })),
    ),
    mixed: mixedOf(file, rules, result),
  };
};

const districtsOf = (
  file: VotesFile,
  barred: readonly number[],
  { seats, tie, tieRegion }: RegionalAllocation,
): DistrictReport[] =>
  file.districts.map(({ name, votes, independents }, at) => ({
    district: name,
    seats: seats[at]!.reduce((sum, count) => sum + count, independents),
    lists: file.lists.map((list, place) => ({
      ...{ list, votes: votes[place]!, seats: seats[at]![place]!, excluded: barred.includes(place) },
    })),
    ties: tieRegion === at ? tiesOf(file, tie) : [],
    ...{ unallocated: 0, raised: null },
  }));

const mixedOf = (
  { districts, lists }: VotesFile,
  rules: MixedRules,
  { house, entitled, overhang, unfilled }: RegionalAllocation,
): SeatsReportBody['mixed'] => ({
  ...{ overhang: rules.overhang, regularHouse: rules.house, house },
  independents: districts.reduce((sum, { independents }) => sum + independents, 0),
  rows: districts.flatMap(({ name, direct }, at) =>
    lists.map((list, place) => ({
      ...{ district: name, list, direct: direct?.[place] ?? 0, entitled: entitled[at]![place]! },
      ...{ overhang: overhang[at]![place]!, unfilled: unfilled[at]![place]! },
    })),
  ),
});
