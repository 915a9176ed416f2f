import { exclusionMarkingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const stvOptions = {
  ...exclusionMarkingOptions,
  quota: {
    kind: 'one-of',
    values: ['droop', 'hare'],
    default: 'droop',
    about: 'Votes needed: the votes divided by one more than the seats (Droop), or by the seats (Hare).',
  },
  quotaRounding: {
    kind: 'one-of',
    values: ['whole', 'exact', 'whole-up', 'exact-up'],
    default: 'whole',
    about:
      'Whole: decimals are ignored (Droop: and one is added). Exact: to the decimals of the count (Droop: and the smallest unit is added). With -up the quota is rounded up to them instead, and nothing is added.',
  },
  quotaUpdate: {
    kind: 'one-of',
    values: ['static', 'dynamic'],
    default: 'static',
    about:
      'Static: from the valid votes, once. Dynamic: anew in every round from the votes that are still held.',
  },
  places: {
    kind: 'whole',
    min: 0,
    max: 9,
    default: 5,
    about: 'Decimals of transfer values, quotas and votes; what goes beyond is cut off.',
  },
  surpluses: {
    kind: 'one-of',
    values: ['largest-first', 'together'],
    default: 'largest-first',
    about:
      'Whether one surplus moves in a round, the largest first, or those of all who are elected in it; then nobody is excluded in that round.',
  },
  fraction: {
    kind: 'one-of',
    values: ['exact', 'cut'],
    default: 'exact',
    about:
      'What a transferred paper is worth: its value × surplus ÷ votes, cut once; or surplus ÷ votes is cut to the decimals first.',
  },
  winners: {
    kind: 'one-of',
    values: ['all', 'one'],
    default: 'all',
    about: 'Whether all who reach the quota are elected in a round, or only the one with most votes.',
  },
  elimination: {
    kind: 'one-of',
    values: ['single', 'batch'],
    default: 'single',
    about:
      'Whether those who cannot catch up even together and with all surpluses are excluded at once, before surpluses move.',
  },
  undeclared: {
    kind: 'one-of',
    values: ['pass-over', 'exclude-first'],
    default: 'pass-over',
    about:
      'Undeclared write-ins: votes pass over them from the start, or they are counted in the first round, and its quota, and excluded before anybody is elected.',
  },
  minimumVotes: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 0,
    about: 'Votes that a choice needs to stay in the count when somebody is excluded for the first time.',
  },
} as const satisfies OptionDescriptions;
