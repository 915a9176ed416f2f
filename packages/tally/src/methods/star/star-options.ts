import type { OptionDescriptions } from '../options.ts';

export const starOptions = {
  protocol: {
    kind: 'one-of',
    values: ['official', 'two-way', 'simple'],
    default: 'official',
    about:
      'Ties in the scoring round: match-ups lost, then top scores; match-ups only where two are tied; or match-ups alone, and no top scores at all.',
  },
} as const satisfies OptionDescriptions;
