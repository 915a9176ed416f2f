// Balinski and Laraki: grades in the order in which they are middlemost, one set aside after the other.
import type { GradeSpread } from './grade-spread.ts';

/**
 * With the grades of a choice sorted from the worst, the middlemost (the lower of two) is the majority grade. Set it aside, and
 * the middlemost of the rest is the next, and so on: from the middle outwards, below and above in turn. Places count from 0.
 */
const placeOf = (total: number, aside: number): number => {
  const middle = Math.floor((total - 1) / 2);
  const step = Math.ceil(aside / 2);
  // With an even number the lower of the two in the middle comes first, and then the grade above it.
  const below = total % 2 === 1 ? aside % 2 === 1 : aside % 2 === 0;
  return below ? middle - step : middle + step;
};

/** The level that is in the middle when `aside` middlemost grades were set aside. */
export const levelAfter = ({ total, upTo }: GradeSpread, choice: number, aside: number): number => {
  const place = placeOf(total, aside);
  return upTo[choice]!.findIndex((units) => units > place);
};

/**
 * After how many grades set aside the choices first differ in the middle; null when all their grades are the same. Between the
 * places at which some choice's grade changes nothing can differ, so that a million ballots take no longer than ten.
 */
export const firstDifference = (spread: GradeSpread, choices: readonly number[]): number | null => {
  const { total, upTo } = spread;
  const middle = Math.floor((total - 1) / 2);
  const looks = new Set([0]);
  for (const choice of choices) {
    for (const units of upTo[choice]!) {
      // The first place on the far side of the boundary, seen from the middle: so many steps below or above.
      const steps = units > middle ? units - middle : middle - units + 1;
      looks.add(2 * steps - 1).add(2 * steps);
    }
  }
  const order = [...looks].filter((aside) => aside < total).sort((a, b) => a - b);
  for (const aside of order) {
    const levels = choices.map((choice) => levelAfter(spread, choice, aside));
    if (levels.some((level) => level !== levels[0])) return aside;
  }
  return null;
};
