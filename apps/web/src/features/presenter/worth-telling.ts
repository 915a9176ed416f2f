import type { Movement } from '@comitium/contract';

const shown = 8;
/** Corrections are many and small; more of them would push a change of lead out of sight. */
const corrections = 2;

const ranks: Record<Movement['kind'], number> = {
  called: 0,
  call_withdrawn: 0,
  lead_change: 0,
  swing: 1,
  correction: 2,
};

/**
 * The movements a presenter would speak of, the biggest first: a lead that changes in a whole region before one in a
 * district, and corrections last; of an area that changed to and fro, or is a region and its only district at once, one. What is equally big stands newest
 * first. They are given newest first; `votesIn` knows the areas on the page.
 */
export const worthTelling = (
  movements: readonly Movement[],
  votesIn: (area: string) => number,
): Movement[] => {
  const latest = new Map([...movements].reverse().map((movement) => [movement.name, movement]));
  const corrected = movements.filter(({ kind }) => kind === 'correction').slice(0, corrections);
  return movements
    .filter((movement) => latest.get(movement.name) === movement)
    .filter((movement) => movement.kind !== 'correction' || corrected.includes(movement))
    .sort(
      (a, b) =>
        ranks[a.kind] - ranks[b.kind] || votesIn(b.area) - votesIn(a.area) || b.at.localeCompare(a.at),
    )
    .slice(0, shown);
};
