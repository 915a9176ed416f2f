import type { Random } from './random.ts';

/** One station in so many rejects far more than those around it, as where ink or forms were bad. */
const oneIn = 100;

/**
 * Which share of a station's ballots is rejected, before it is fitted to declared totals. Stations lie close to the mean, a
 * few far above it: a night on which every tenth sheet asks for a person is one that no desk can read.
 */
export const rejectedShare = (mean: number, near: number, far: Random): number => {
  const isFar = far.integer(oneIn) === 0;
  const distance = far.next();
  return isFar ? 0.034 + 0.046 * distance * distance : mean * Math.exp(near);
};
