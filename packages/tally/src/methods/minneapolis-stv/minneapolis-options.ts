import { markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const minneapolisOptions = {
  ...markingOptions,
  overvotes: { ...markingOptions.overvotes, default: 'skip' },
  ordinance: {
    kind: 'one-of',
    values: ['2013', '2009'],
    default: '2013',
    about:
      'As amended in 2013: defeated are who cannot equal the next one, and the votes of the last defeated stay. As of 2009: who cannot surpass the next one, and their votes move.',
  },
  winners: {
    kind: 'one-of',
    values: ['one', 'all'],
    default: 'one',
    about:
      'Whether who reaches the threshold is elected when its surplus is transferred, as clause d says, or all of them at once.',
  },
} as const satisfies OptionDescriptions;
