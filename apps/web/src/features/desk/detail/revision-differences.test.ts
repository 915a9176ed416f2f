import type { Contest } from '@comitium/contract';
import { expect, it } from 'vitest';
import { differencesOf } from './revision-differences.ts';

const contest = {
  choices: [
    { code: 'npp', name: 'N. P. P.' },
    { code: 'ndc', name: 'N. D. C.' },
  ],
} as Contest;
const before = { votes: { npp: 207, ndc: 220 }, rejected: 4, cast: 431, registered: 612 };

it('names what changed, votes first', () => {
  const after = { ...before, votes: { npp: 270, ndc: 220 }, cast: 494 };
  expect(differencesOf(contest, before, after)).toEqual([
    { key: 'npp', choice: 'N. P. P.', before: 207, after: 270 },
    { key: 'cast', choice: null, before: 431, after: 494 },
  ]);
});

it('finds nothing between equal figures', () => {
  expect(differencesOf(contest, before, { ...before, votes: { ndc: 220, npp: 207 } })).toEqual([]);
});
