import type { OptionDescriptions } from './options.ts';

/** The options of every count of single preferences; their values are `MarkingRules`. */
export const markingOptions = {
  overvotes: {
    kind: 'one-of',
    values: ['exhaust', 'skip'],
    default: 'exhaust',
    about: 'More than one choice at a rank: the ballot ends there, or the rank is passed over.',
  },
  skippedRanks: {
    kind: 'one-of',
    values: ['skip', 'exhaust', 'exhaust-at-two'],
    default: 'skip',
    about: 'Empty ranks: passed over, or the ballot ends at the first, or at two in a row.',
  },
  skippedRanksAllowed: {
    kind: 'whole',
    min: 0,
    max: 1000,
    default: null,
    about:
      'How many empty ranks in a row a ballot may have before it ends; where a number is given, skippedRanks says nothing.',
  },
  repeats: {
    kind: 'one-of',
    values: ['skip', 'exhaust', 'exhaust-at-first'],
    default: 'skip',
    about:
      'A choice named again, also in a rank passed over as an overvote: passed over, or the ballot ends there, or it has ended where the choice was named first.',
  },
} as const satisfies OptionDescriptions;

/** The same for counts that exclude choices one after the other. */
export const exclusionMarkingOptions = {
  ...markingOptions,
  overvotes: {
    kind: 'one-of',
    values: ['exhaust', 'skip', 'exhaust-if-several'],
    default: 'exhaust',
    about:
      'More than one choice at a rank: the ballot ends there, or the rank is passed over, or the ballot ends there only while several of them are in the count.',
  },
} as const satisfies OptionDescriptions;

/** The same where preferences count only in consecutive order: a gap ends the ballot, and so does a choice named again. */
export const consecutiveMarkingOptions = {
  ...markingOptions,
  skippedRanks: { ...markingOptions.skippedRanks, default: 'exhaust' },
  repeats: { ...markingOptions.repeats, default: 'exhaust' },
} as const satisfies OptionDescriptions;
