import type { Fold } from './fold.ts';

/** The areas whose totals differ between two folds of one contest: none means that the recount agrees. */
export const differingAreas = (a: Fold, b: Fold): number[] => {
  if (a.width !== b.width || a.stations.length !== b.stations.length) {
    throw new RangeError('the folds are of different contests');
  }
  const areas: number[] = [];
  for (let area = 0; area < a.stations.length; area++) if (!isSame(a, b, area)) areas.push(area);
  return areas;
};

const isSame = (a: Fold, b: Fold, area: number): boolean => {
  for (let at = area * a.width; at < (area + 1) * a.width; at++)
    if (a.votes[at] !== b.votes[at]) return false;
  return (
    a.rejected[area] === b.rejected[area] &&
    a.cast[area] === b.cast[area] &&
    a.registered[area] === b.registered[area] &&
    a.stations[area] === b.stations[area]
  );
};
