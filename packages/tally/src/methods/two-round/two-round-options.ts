import { markingOptions } from '../marking-options.ts';
import type { OptionDescriptions } from '../options.ts';

export const twoRoundOptions = {
  ...markingOptions,
  majority: {
    kind: 'one-of',
    values: ['more-than-half', 'half-plus-one'],
    default: 'more-than-half',
    about: 'What elects in the first round: more than half, or at least half and one vote.',
  },
  base: {
    kind: 'one-of',
    values: ['valid', 'cast'],
    default: 'valid',
    about: 'Half of what: of the valid votes, or of all ballots cast.',
  },
  runoffTies: {
    kind: 'one-of',
    values: ['break', 'all'],
    default: 'break',
    about: 'Equal votes for the second place: the tie is broken, or all of them go to the run-off.',
  },
  runoff: {
    kind: 'one-of',
    values: ['another-vote', 'same-ballots'],
    default: 'another-vote',
    about: 'Whether people vote again, or the ballots count for whichever finalist they rank higher.',
  },
} as const satisfies OptionDescriptions;
