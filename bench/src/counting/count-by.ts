import type { Ballots } from '@comitium/tally/ballots';
import { type CountReport, findMethod } from '@comitium/tally/methods';

/** Counts by the method of that name; ties fall to the order on the paper. */
export const countBy = (name: string, ballots: Ballots, seats = 1): CountReport => {
  const counted = findMethod(name)?.count(ballots, { seats, ties: [{ by: 'ballot-order' }] });
  if (!counted?.ok) throw new Error(`${name} did not count`);
  return counted.value;
};
