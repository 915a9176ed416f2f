import type { OptionDescriptions } from '../options.ts';

export const bordaOptions = {
  points: {
    kind: 'one-of',
    values: ['from-zero', 'from-one', 'dowdall'],
    default: 'from-zero',
    about: 'Points for the places of n choices: n − 1 down to 0, n down to 1, or 1, 1/2, 1/3 … as in Nauru.',
  },
  unranked: {
    kind: 'one-of',
    values: ['none', 'average', 'modified'],
    default: 'none',
    about:
      'Choices that a ballot does not rank: no points; the average of the places left; or no points, and whoever ranks m gives points as if there were m choices.',
  },
  equal: {
    kind: 'one-of',
    values: ['average', 'best', 'worst'],
    default: 'average',
    about: 'Equal ranks: each has the average of the places they share, or the best of them, or the worst.',
  },
} as const satisfies OptionDescriptions;
