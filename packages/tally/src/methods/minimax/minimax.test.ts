import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, type LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import {
  choicesOf,
  condorcetWinnerOf,
  electsCondorcetWinner,
  everyMark,
  marginIn,
  possibleWinners,
  staysWhenRaised,
  supportIn,
} from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { minimax } from './minimax.ts';

const story = (text: string, strength = 'winning-votes', choices: string[] = []) =>
  storyOf(unwrap(minimax.count(ballotsOf(text, { choices }), { options: { strength } })));

const cycle = '3: A > B > C\n4: B > C > A\n5: C > A > B\n1: A > B = C\n5: B > C\n2: C > A';

test('MX01 MX02 the smallest defeat by winning votes, by hand', () => {
  // A over B: 3+5+1+2 = 11 to 9; B over C: 3+4+5 = 12 to 7; C over A: 4+5+5+2 = 16 to 4.
  expect(story(cycle)).toBe(
    golden(`
      1 | A 16 B 11 C 12 | elect B smallest-defeat
      elected B
    `),
  );
});

test('MX03 by margins, below 0 for whoever loses to nobody', () => {
  expect(story(cycle, 'margins')).toBe(
    golden(`
      1 | A 12 B 2 C 5 | elect B smallest-defeat
      elected B
    `),
  );
  expect(story('3: A > B\n1: B > A', 'margins')).toBe(
    golden(`
      1 | A -2 B 2 | elect A smallest-defeat
      elected A
    `),
  );
});

test('MX04 by opposition a Condorcet winner may lose', () => {
  // A beats B 4:3 and C 4:3.
  const ballots = '4: A > C\n3: B = C';
  expect(story(ballots, 'opposition', ['A', 'B', 'C'])).toBe(
    golden(`
      1 | A 3 B 4 C 4 | elect A smallest-defeat
      elected A
    `),
  );
  const found: LooseBallots[] = [];
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 6, equalRanks: true }), (loose) => {
      const winner = condorcetWinnerOf(loose);
      const elected = possibleWinners(minimax, loose, { options: { strength: 'opposition' } });
      if (winner !== undefined && !elected.includes(winner)) found.push(loose);
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(found.length).toBeGreaterThan(0);
});

test('MX05 ties are asked, and nobody is elected without votes', () => {
  expect(story('1: A > B > C\n1: B > C > A\n1: C > A > B')).toContain(
    'lot-needed, elected nobody, 1 of A B C',
  );
  expect(story('2:', 'margins', ['A', 'B'])).toContain('stop no-votes');
});

test('MX01 MX02 MX03 MX04 as the slow way says', () => {
  const against = {
    'winning-votes': (l: LooseBallots, a: number, b: number) =>
      marginIn(l, b, a) > 0 ? supportIn(l, b, a) : 0,
    margins: (l: LooseBallots, a: number, b: number) => marginIn(l, b, a),
    opposition: (l: LooseBallots, a: number, b: number) => supportIn(l, b, a),
  };
  for (const [strength, of] of Object.entries(against))
    fc.assert(
      fc.property(arbitraryLooseBallots(everyMark), (loose) => {
        fc.pre(
          loose.ballots.some(({ ranks }) => ranks.some((rank) => rank !== 'overvote' && rank.length > 0)),
        );
        const all = choicesOf(loose);
        const worst = all.map((a) => Math.max(...all.filter((b) => b !== a).map((b) => of(loose, a, b))));
        const least = all.filter((a) => worst[a] === Math.min(...worst));
        expect(possibleWinners(minimax, loose, { options: { strength } })).toEqual(least);
      }),
    );
});

test('MX01 Condorcet, monotonicity, anonymity, neutrality', () => {
  for (const strength of ['winning-votes', 'margins']) {
    electsCondorcetWinner(minimax, { options: { strength } });
    staysWhenRaised(minimax, { options: { strength } });
  }
  keepsAnonymity({ method: minimax, ballots: everyMark });
  keepsNeutrality({ method: minimax, ballots: everyMark });
});

test('MX01 the Condorcet loser may win, in the known example', () => {
  // D loses to each of A, B and C, who beat each other in a wider circle.
  const ballots = `
    5: A > B > C > D
    5: B > C > A > D
    5: C > A > B > D
    4: D > A > B > C
    4: D > B > C > A
    4: D > C > A > B
  `;
  expect(story(ballots)).toContain('elect D smallest-defeat');
});
