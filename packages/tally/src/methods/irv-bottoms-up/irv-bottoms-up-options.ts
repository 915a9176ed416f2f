import { exclusionMarkingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const irvBottomsUpOptions = {
  ...exclusionMarkingOptions,
  share: {
    kind: 'exact',
    min: '0',
    max: '1',
    default: '0',
    about:
      'Above 0, choices are excluded until all who are left have at least this share of the votes in the count, however many they are: 0.15 for 15 %.',
  },
  minimumVotes: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 0,
    about: 'First preferences that a choice needs to stay in the count after the first round.',
  },
} as const satisfies OptionDescriptions;
