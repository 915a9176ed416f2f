import type { Allocation } from './allocation.ts';
import type { SeatDistrict } from './seat-district.ts';

/**
 * Seats of which each choice has at least so many: those whose share falls short have theirs, and the others share the rest by the same
 * method. With highest averages this is to go on from the seats that there are already (Scotland Act 1998, sections 7 and 8). Where
 * the fewest are more than the seats together, everybody has the fewest.
 */
export const withFewest = (
  apportion: (district: SeatDistrict) => Allocation,
  district: SeatDistrict,
  fewest: readonly number[],
): Allocation => {
  const fixed = new Set<number>();
  const { excluded } = apportion({ ...district, seats: 0 });
  for (;;) {
    const held = [...fixed].reduce((sum, choice) => sum + fewest[choice]!, 0);
    const share = apportion({
      ...district,
      seats: Math.max(0, district.seats - held),
      barred: [...excluded, ...fixed],
      threshold: undefined,
    });
    const short = share.seats.flatMap((count, choice) =>
      !fixed.has(choice) && count < fewest[choice]! ? [choice] : [],
    );
    if (short.length === 0) {
      const seats = share.seats.map((count, choice) => (fixed.has(choice) ? fewest[choice]! : count));
      return { ...share, seats, excluded };
    }
    for (const choice of short) fixed.add(choice);
  }
};
