import { parseAmount, toNumber } from '@comitium/tally/exact';

/** The nearest double of an exact figure: for drawing, never for deciding. */
export const approximate = (figure: string): number => {
  const value = parseAmount(figure);
  return value === null ? 0 : toNumber(value);
};
