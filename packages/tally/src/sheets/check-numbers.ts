import { findAll } from './check.ts';
import { numberChecks } from './checks.ts';
import type { Finding } from './finding.ts';
import type { LabelledFigure } from './labelled-figure.ts';
import { largestFigure } from './sheet-figures.ts';

/** Rules S05 to S07 for figures that stand alone, by field: `checkNumbers({ rejected, cast, registered })`. */
export const checkNumbers = (figures: Readonly<Record<string, unknown>>): Finding[] => {
  if (Object.values(figures).every(isFigure)) return [];
  return checkLabelled(
    Object.entries(figures).map(([field, value]): LabelledFigure => ({ field, label: field, value })),
  );
};

/** The same for figures that have names of their own. */
export const checkLabelled = (figures: readonly LabelledFigure[]): Finding[] =>
  findAll(numberChecks, figures, {});

/** Whether a value is a count that breaks none of S05 to S07. */
export const isFigure = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largestFigure;
