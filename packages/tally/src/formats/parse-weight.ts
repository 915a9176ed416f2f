import type { Weight } from '../ballots/weight-column.ts';

/** A whole or decimal number above 0 as a weight; null when the text is none, or has more digits than can be exact. */
export const parseWeight = (text: string): Weight | null => {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  const fraction = decimals.replace(/0+$/, '');
  const units = Number(`${whole}${fraction}`);
  return Number.isSafeInteger(units) && units > 0 && fraction.length <= 15
    ? { units, places: fraction.length }
    : null;
};

/** Units of weight as the shortest decimal text: 250 of 100 units a vote is `2.5`. */
export const weightText = (units: number, weightScale: number): string => {
  if (weightScale === 1) return String(units);
  const places = Math.round(Math.log10(weightScale));
  const digits = String(units).padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, '');
};
