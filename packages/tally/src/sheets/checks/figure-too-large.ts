import type { Check } from '../check.ts';
import { brokenFigures, type LabelledFigure, quoteFigures } from '../labelled-figure.ts';
import { largestFigure } from '../sheet-figures.ts';

export const figureTooLarge: Check<readonly LabelledFigure[]> = {
  id: 'S07',
  code: 'figure_too_large',
  severity: 'error',
  structural: true,
  find(figures) {
    const broken = brokenFigures(
      figures.filter(({ value }) => typeof value === 'number' && value > largestFigure),
    );
    if (broken.length === 0) return null;
    return {
      message: `No station counts more than ${largestFigure}: ${quoteFigures(broken)}. Compare with the form and send what it says.`,
      fields: broken.map(({ field }) => field),
      values: { broken, largest: largestFigure },
    };
  },
};
