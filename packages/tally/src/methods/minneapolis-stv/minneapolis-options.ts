import { markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const minneapolisOptions = {
  ...markingOptions,
  overvotes: { ...markingOptions.overvotes, default: 'skip' },
  impossible: {
    kind: 'one-of',
    values: ['cannot-equal', 'cannot-surpass'],
    default: 'cannot-equal',
    about:
      'Who cannot be elected: those who cannot equal the next one even together (since 2013), or who cannot surpass it (2009).',
  },
  winners: {
    kind: 'one-of',
    values: ['all', 'one'],
    default: 'all',
    about:
      'Whether all who reach the threshold are elected at once, or only the one with the largest surplus.',
  },
} as const satisfies OptionDescriptions;
