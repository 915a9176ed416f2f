import type { OptionDescriptions } from '../options.ts';

/** How ballots are read as approvals. */
export const approvalOptions = {
  ranks: {
    kind: 'whole',
    min: 1,
    max: 32_000,
    default: null,
    about: 'Ballots of ranks: how many ranks, from the first on, approve; all that are marked unless given.',
  },
  leastScore: {
    kind: 'whole',
    min: Number.MIN_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    default: null,
    about:
      'Ballots of scores: the lowest score that approves; every score above the lowest possible unless given.',
  },
} as const satisfies OptionDescriptions;
