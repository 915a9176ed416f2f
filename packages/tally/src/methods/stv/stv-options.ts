import { markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const stvOptions = {
  ...markingOptions,
  quota: {
    kind: 'one-of',
    values: ['droop', 'hare'],
    default: 'droop',
    about: 'Votes needed: the votes divided by one more than the seats (Droop), or by the seats (Hare).',
  },
  quotaRounding: {
    kind: 'one-of',
    values: ['whole', 'exact'],
    default: 'whole',
    about:
      'Whole: decimals are ignored (Droop: and one is added). Exact: to the decimals of the count (Droop: and the smallest unit is added).',
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
  minimumVotes: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 0,
    about: 'First preferences that a choice needs to stay in the count after the first round.',
  },
} as const satisfies OptionDescriptions;
