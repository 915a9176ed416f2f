import type { Allocation } from './allocation.ts';

/** One district's seats and whose they are; null: an independent. */
export interface DistrictSeats {
  readonly allocation: Allocation;
  readonly parties: readonly (string | null)[];
  /** Whether the seats are won, or would be if counting stopped now. */
  readonly final: boolean;
}

export interface SeatCount {
  readonly won: number;
  readonly leading: number;
}

/** Seats per party over all districts. Seats that are tied or unallocated are nobody's. */
export const countSeats = (districts: Iterable<DistrictSeats>): Map<string | null, SeatCount> => {
  const counts = new Map<string | null, SeatCount>();
  for (const { allocation, parties, final } of districts) {
    for (const [choice, seats] of allocation.seats.entries()) {
      if (seats === 0) continue;
      const party = parties[choice] ?? null;
      const { won, leading } = counts.get(party) ?? { won: 0, leading: 0 };
      counts.set(party, final ? { won: won + seats, leading } : { won, leading: leading + seats });
    }
  }
  return counts;
};
