import { exclusionMarkingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const irvOptions = {
  ...exclusionMarkingOptions,
  stop: {
    kind: 'one-of',
    values: ['majority', 'two-remain', 'one-remains'],
    default: 'majority',
    about: 'When the count ends: at a majority of the votes in the count, or when two or one remain.',
  },
  majorityOf: {
    kind: 'one-of',
    values: ['each-round', 'first-round'],
    default: 'each-round',
    about:
      'Of what a majority is more than half: of the votes in the count in that round, or of those in its first round.',
  },
  elimination: {
    kind: 'one-of',
    values: ['single', 'batch'],
    default: 'single',
    about: 'Whether choices that cannot catch up even together are excluded at once.',
  },
  minimumVotes: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 0,
    about: 'First preferences that a choice needs to stay in the count after the first round.',
  },
} as const satisfies OptionDescriptions;
