import type { OptionDescriptions } from '../options.ts';

export const rankedRobinOptions = {
  draws: {
    kind: 'one-of',
    values: ['half', 'none'],
    default: 'half',
    about: 'What a draw of two choices counts for each: half a victory, or nothing.',
  },
  degrees: {
    kind: 'whole',
    min: 0,
    max: 3,
    default: 2,
    about:
      'How many degrees of the tie rules are tried before the tie breaker: margins among the tied, margins over all, fewest votes against.',
  },
} as const satisfies OptionDescriptions;
