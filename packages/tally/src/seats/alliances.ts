// Bundesgesetz über die politischen Rechte (Switzerland, SR 161.1), art. 31 and 42: joined lists count as one list first.
import type { Allocation, SeatTie } from './allocation.ts';
import type { SeatDistrict } from './seat-district.ts';

export interface AllianceAllocation extends Omit<Allocation, 'tie'> {
  /** Seats of each alliance, in the order given; lists outside them stand alone and are not among these. */
  readonly allianceSeats: number[];
  /** Among alliances (all their lists are named) and within them; given + all at stake + unallocated = seats. */
  readonly ties: SeatTie[];
}

/**
 * Seats go to alliances as if they were lists, and within each to its lists by the same method. Throws RangeError where a
 * list is in two alliances.
 */
export const withAlliances = (
  apportion: (district: SeatDistrict) => Allocation,
  district: SeatDistrict,
  alliances: readonly (readonly number[])[],
): AllianceAllocation => {
  const members = alliances.flat();
  if (new Set(members).size < members.length) throw new RangeError('a list is in two alliances');
  const { votes } = district;
  // Who may have seats at all is judged list by list, before any alliance.
  const { excluded } = apportion({ ...district, seats: 0 });
  const alone = votes.flatMap((_, choice) => (members.includes(choice) ? [] : [[choice]]));
  const groups = [...alliances, ...alone];
  const sumOf = (of: readonly number[], group: readonly number[]): number =>
    group.reduce((sum, choice) => sum + (excluded.includes(choice) ? 0 : of[choice]!), 0);
  const { lot, atMost } = district;
  const above = apportion({
    votes: groups.map((group) => sumOf(votes, group)),
    seats: district.seats,
    moreVotesFirst: district.moreVotesFirst,
    ...(atMost && { atMost: groups.map((group) => sumOf(atMost, group)) }),
    ...(lot && { lot: firstOfGroups(lot, groups) }),
  });
  return {
    ...within(apportion, district, { groups, above, excluded }),
    allianceSeats: above.seats.slice(0, alliances.length),
  };
};

/** A lot among groups is decided by their members' first places in it. */
const firstOfGroups = (lot: readonly number[], groups: readonly (readonly number[])[]): number[] => [
  ...new Set(
    lot.map((choice) => groups.findIndex((group) => group.includes(choice))).filter((at) => at >= 0),
  ),
];

interface Above {
  readonly groups: readonly (readonly number[])[];
  readonly above: Allocation;
  readonly excluded: number[];
}

const within = (
  apportion: (district: SeatDistrict) => Allocation,
  district: SeatDistrict,
  { groups, above, excluded }: Above,
): Omit<AllianceAllocation, 'allianceSeats'> => {
  const seats = district.votes.map(() => 0);
  const ties: SeatTie[] = [];
  if (above.tie !== null) {
    const lists = above.tie.choices.flatMap((group) => groups[group]!);
    ties.push({
      ...above.tie,
      choices: lists.filter((one) => !excluded.includes(one)).sort((a, b) => a - b),
    });
  }
  let { unallocated } = above;
  for (const [at, group] of groups.entries()) {
    const inside = apportion({
      ...district,
      votes: district.votes.map((count, choice) => (group.includes(choice) ? count : 0)),
      seats: above.seats[at]!,
      barred: excluded,
      threshold: undefined,
    });
    for (const choice of group) seats[choice] = inside.seats[choice]!;
    unallocated += inside.unallocated;
    if (inside.tie !== null) ties.push(inside.tie);
  }
  return { seats, ties, excluded, unallocated };
};
