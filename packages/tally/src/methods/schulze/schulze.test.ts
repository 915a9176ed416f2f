import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, type LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import {
  choicesOf,
  electsCondorcetWinner,
  everyMark,
  keepsClones,
  marginIn,
  possibleWinners,
  staysWhenRaised,
  supportIn,
} from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { schulze } from './schulze.ts';

const count = (text: string, choices: string[] = [], strength = 'winning-votes') =>
  unwrap(schulze.count(ballotsOf(text, { choices }), { options: { strength } }));

// Schulze's first example: 45 voters.
const fortyFive = `
  5: A > C > B > E > D
  5: A > D > E > C > B
  8: B > E > D > A > C
  3: C > A > B > E > D
  7: C > A > E > B > D
  2: C > B > A > D > E
  7: D > C > E > B > A
  8: E > B > A > D > C
`;

test('SZ01 SZ02 SZ05 the paper’s example of 45 voters', () => {
  const report = count(fortyFive, ['A', 'B', 'C', 'D', 'E']);
  expect(storyOf(report)).toBe(
    golden(`
      1 | A 3 B 1 C 2 D 0 E 4 | elect E strongest-paths
      elected E
    `),
  );
  expect(report.outcome.ranking).toEqual([[4], [0], [2], [1], [3]]);
  expect(report.tables[1]?.rows.map(({ cells }) => cells)).toEqual([
    [null, '28', '28', '30', '24'],
    ['25', null, '28', '33', '24'],
    ['25', '29', null, '29', '24'],
    ['25', '28', '28', null, '24'],
    ['25', '28', '28', '31', null],
  ]);
});

test('SZ03 winning votes and margins can disagree', () => {
  const found: LooseBallots[] = [];
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 8, equalRanks: true }), (loose) => {
      const [votes, margins] = ['winning-votes', 'margins'].map((strength) =>
        possibleWinners(schulze, loose, { options: { strength } }),
      );
      if (String(votes) !== String(margins)) found.push(loose);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(found.length).toBeGreaterThan(0);
});

test('SZ04 several potential winners are asked', () => {
  expect(storyOf(count('1: A > B > C\n1: B > C > A\n1: C > A > B'))).toBe(
    golden(`
      1 | A 0 B 0 C 0 | stop lot-needed
      tie in 1 to elect: A B C: open
      lot-needed, elected nobody, 1 of A B C
    `),
  );
});

test('SZ06 without a vote nobody is elected', () => {
  expect(storyOf(count('2:', ['A', 'B']))).toContain('stop no-votes');
});

/** The strongest path among all that visit nobody twice. */
const slowPath = (strength: (a: number, b: number) => number, all: readonly number[]) => {
  const walk = (a: number, b: number, visited: readonly number[]): number =>
    Math.max(
      strength(a, b),
      ...all
        .filter((via) => via !== b && !visited.includes(via))
        .map((via) => Math.min(strength(a, via), walk(via, b, [...visited, via]))),
    );
  return (a: number, b: number): number => walk(a, b, [a]);
};

test('SZ01 SZ02 SZ03 as the slow way says', () => {
  for (const strength of ['winning-votes', 'margins'])
    fc.assert(
      fc.property(arbitraryLooseBallots(everyMark), (loose) => {
        const all = choicesOf(loose);
        const direct = (a: number, b: number): number => {
          const margin = marginIn(loose, a, b);
          if (margin <= 0) return 0;
          return strength === 'margins' ? margin : supportIn(loose, a, b);
        };
        fc.pre(all.some((a) => all.some((b) => direct(a, b) > 0)));
        const path = slowPath(direct, all);
        const potential = all.filter((a) => all.every((b) => a === b || path(a, b) >= path(b, a)));
        expect(possibleWinners(schulze, loose, { options: { strength } })).toEqual(potential);
      }),
    );
});

test('SZ02 Condorcet, monotonicity, anonymity, neutrality', () => {
  electsCondorcetWinner(schulze);
  electsCondorcetWinner(schulze, { options: { strength: 'margins' } });
  staysWhenRaised(schulze);
  keepsAnonymity({ method: schulze, ballots: everyMark });
  keepsNeutrality({ method: schulze, ballots: everyMark });
});

test('SZ02 independence of clones', () => {
  keepsClones(schulze);
  keepsClones(schulze, { options: { strength: 'margins' } });
});
