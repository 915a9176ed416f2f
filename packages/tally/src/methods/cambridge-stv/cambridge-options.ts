import { markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';
import { mixingOptions } from '../stages/mix-papers.ts';

export const cambridgeOptions = {
  ...markingOptions,
  overvotes: { ...markingOptions.overvotes, default: 'skip' },
  ...mixingOptions,
  minimumVotes: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 50,
    about:
      'Signatures needed for nomination: who has fewer ballots after the surpluses is defeated (§ 9 (g)).',
  },
} as const satisfies OptionDescriptions;
