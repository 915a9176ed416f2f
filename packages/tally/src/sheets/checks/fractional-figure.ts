import type { Check } from '../check.ts';
import { brokenFigures, type LabelledFigure, quoteFigures } from '../labelled-figure.ts';

/** Also catches what is no number at all, so that null or "12" never passes for a count. */
export const fractionalFigure: Check<readonly LabelledFigure[]> = {
  id: 'S06',
  code: 'fractional_figure',
  severity: 'error',
  structural: true,
  find(figures) {
    const broken = brokenFigures(figures.filter(({ value }) => !Number.isInteger(value)));
    if (broken.length === 0) return null;
    return {
      message: `A count must be a whole number: ${quoteFigures(broken)}. Compare with the form and send what it says.`,
      fields: broken.map(({ field }) => field),
      values: { broken },
    };
  },
};
