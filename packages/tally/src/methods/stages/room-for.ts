import { type Ballots, totalWeight } from '../../ballots/ballots.ts';
import type { CountProblem } from '../count-problem.ts';
import { weightPlaces } from './count-book.ts';

/** A problem when the votes, split to `places` decimals, exceed the whole numbers that can be counted exactly (2⁵³). */
export const roomFor = (ballots: Ballots, places: number): CountProblem[] => {
  const most = Number.MAX_SAFE_INTEGER / 10 ** places;
  if (totalWeight(ballots) <= most) return [];
  const decimals = places + weightPlaces(ballots);
  return [
    {
      code: 'ballots_unsupported',
      field: 'ballots',
      message: `With ${decimals} decimals at most ${Math.floor(most / ballots.weightScale)} votes can be counted exactly.`,
    },
  ];
};
