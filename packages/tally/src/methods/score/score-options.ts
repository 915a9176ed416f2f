import type { OptionDescriptions } from '../options.ts';

export const scoreOptions = {
  unscored: {
    kind: 'one-of',
    values: ['lowest', 'left-out'],
    default: 'lowest',
    about:
      'A choice without a score on a ballot: it has the lowest, and totals are compared; or it is left out, and averages are.',
  },
} as const satisfies OptionDescriptions;
