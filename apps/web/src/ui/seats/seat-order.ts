import type { SeatCount } from '@comitium/contract';

export interface SeatRun {
  readonly party: string;
  readonly state: 'won' | 'leading' | 'open';
  readonly count: number;
}

/** Seats in the order they are drawn: each party its won and then its leading seats, what nobody leads at the end. */
export const seatRuns = (counts: readonly SeatCount[], seats: number): SeatRun[] => {
  const runs: SeatRun[] = counts.flatMap(({ party, won, leading }) => [
    { party, state: 'won' as const, count: won },
    { party, state: 'leading' as const, count: leading },
  ]);
  const taken = runs.reduce((sum, run) => sum + run.count, 0);
  return [...runs, { party: '', state: 'open' as const, count: Math.max(0, seats - taken) }].filter(
    (run) => run.count > 0,
  );
};

/** More than half of all seats. */
export const majorityOf = (seats: number): number => Math.floor(seats / 2) + 1;
