import { consecutiveMarkingOptions, markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';
import { mixingOptions } from '../stages/mix-papers.ts';

export const irishOptions = {
  ...consecutiveMarkingOptions,
  repeats: { ...markingOptions.repeats, default: 'exhaust-at-first' },
  ...mixingOptions,
  defer: {
    kind: 'flag',
    default: true,
    about: 'Whether a surplus that can change nothing waits, as section 121 (8) allows but does not order.',
  },
  expenses: {
    kind: 'flag',
    default: true,
    about:
      'Whether nobody may lose the chance of exceeding a quarter of the quota, on which repayment of expenses depends, by a shortened count.',
  },
} as const satisfies OptionDescriptions;
