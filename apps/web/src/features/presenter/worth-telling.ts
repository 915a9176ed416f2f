import type { Movement } from '@comitium/contract';

const shown = 8;
/** Corrections are many and small; more of them would push a change of lead out of sight. */
const corrections = 2;

/** The movements a presenter would speak of, in the order given, newest first. */
export const worthTelling = (movements: readonly Movement[]): Movement[] => {
  let corrected = 0;
  return movements
    .filter(({ kind }) => {
      if (kind !== 'correction') return true;
      corrected += 1;
      return corrected <= corrections;
    })
    .slice(0, shown);
};
