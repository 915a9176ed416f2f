import { type BrokenFigure, brokenValue } from './finding-values.ts';
import { enumerate } from './naming.ts';

/** A figure of a sheet with its name, as the rules S05 to S07 see it. */
export interface LabelledFigure {
  readonly field: string;
  readonly label: string;
  /** Whatever was sent; anything that is not a whole number breaks S06. */
  readonly value: unknown;
}

export const brokenFigures = (figures: readonly LabelledFigure[]): BrokenFigure[] =>
  figures.map(({ field, label, value }) => ({ field, name: label, value: brokenValue(value) }));

/** "NPP (-3) and rejected (-1)" */
export const quoteFigures = (figures: readonly BrokenFigure[]): string =>
  enumerate(figures.map(({ name, value }) => `${name} (${quote(value)})`));

const quote = (value: BrokenFigure['value']): string => {
  if (value === null) return 'no number';
  return typeof value === 'string' ? `“${value}”` : String(value);
};
