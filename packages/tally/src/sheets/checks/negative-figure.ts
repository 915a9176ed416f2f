import type { Check } from '../check.ts';
import { brokenFigures, type LabelledFigure, quoteFigures } from '../labelled-figure.ts';

export const negativeFigure: Check<readonly LabelledFigure[]> = {
  id: 'S05',
  code: 'negative_figure',
  severity: 'error',
  structural: true,
  find(figures) {
    const broken = brokenFigures(figures.filter(({ value }) => typeof value === 'number' && value < 0));
    if (broken.length === 0) return null;
    return {
      message: `A count cannot be below zero: ${quoteFigures(broken)}. Compare with the form and send what it says.`,
      fields: broken.map(({ field }) => field),
      values: { broken },
    };
  },
};
