import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { choicesOf } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { blockPlurality } from './block-plurality.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(blockPlurality.count(ballotsOf(text, { form: 'choose', ...paper }), settings)));

test('BP01 BP02 three seats, by hand', () => {
  // A ballot of four marks is void; the largest group that votes alike takes every seat.
  expect(story('40: A = B = C\n35: D = E\n20: D\n5: A = B = C = D\n1:', { seats: 3 })).toBe(
    golden(`
      1 | A 40 B 40 C 40 D 55 E 35 | blank 1 overvote 5 | stop lot-needed
      tie in 1 to elect: A B C: open
      lot-needed, elected nobody, 2 of A B C
    `),
  );
  expect(story('41: A = B = C\n35: D = E\n5: D', { seats: 3 })).toBe(
    golden(`
      1 | A 41 B 41 C 41 D 40 E 35 | elect A B C most-votes
      elected A B C
    `),
  );
});

test('BP03 ranks give their first choices', () => {
  expect(story('3: A > _ > B > C\n2: A > B = C\n1: B > !> C', { seats: 2 }, { form: 'rank' })).toContain(
    '1 | A 5 B 4 C 0 | elect A B most-votes',
  );
  expect(story('1: A = B = C > A\n2: B', { seats: 2 }, { form: 'rank' })).toContain(
    'A 0 B 2 C 0 | overvote 1',
  );
});

test('BP04 withdrawn choices and undeclared write-ins', () => {
  const choices = ['A', 'B', { name: 'X', withdrawn: true }, { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('5: W = X\n2: A\n1: B\n1: X', { seats: 2 }, { choices })).toBe(
    golden(`
      1 | A 2 B 1 W 5 | ran-out 1 | elect A B most-votes
      elected A B
    `),
  );
});

test('BP05 ties, and nobody without a vote', () => {
  expect(story('2: A\n1: B\n1: C', { seats: 2, ties: [{ by: 'ballot-order' }] })).toContain('elected A B');
  expect(story('2: A', { seats: 2 }, { choices: ['A', 'B'] })).toContain('elected A, unfilled 1');
});

test('BP01 BP03 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(), fc.integer({ min: 1, max: 3 }), (loose, seats) => {
      const report = unwrap(blockPlurality.count(groupLoose(loose), { seats }));
      checkSeats(report);
      const votes = choicesOf(loose).map((choice) =>
        loose.ballots
          .filter(({ ranks }) => ranks.flat().slice(0, seats).includes(choice))
          .reduce((sum, { weight }) => sum + weight, 0),
      );
      expect(report.rounds[0]?.votes).toEqual(votes.map(String));
      for (const one of report.outcome.elected)
        expect(votes.filter((other) => other > votes[one]!).length).toBeLessThan(seats);
    }),
  );
});

test('BP01 anonymity and neutrality', () => {
  const laws = {
    method: blockPlurality,
    settings: { seats: 2 },
    ballots: { equalRanks: true, overvotes: true },
  };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
});
