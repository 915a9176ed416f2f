import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality, keepsVotes } from '../testing/method-laws.ts';
import { choicesOf } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { irvBottomsUp } from './irv-bottoms-up.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(irvBottomsUp.count(ballotsOf(text, paper), settings)));

const ballots = '40: A > B\n30: B > A\n14: C > B\n10: D > C\n6: E > D > C';

test('IB01 IB02 IB05 two seats, by hand', () => {
  expect(story(ballots, { seats: 2 })).toBe(
    golden(`
      1 | A 40 B 30 C 14 D 10 E 6 | exclude E fewest-votes | E>D 6
      2 | A 40 B 30 C 14 D 16 | exclude C fewest-votes | C>B 14
      3 | A 40 B 44 D 16 | exclude D fewest-votes | D>ran-out 16
      4 | A 40 B 44 | ran-out 16 | elect B A last-standing
      elected B A
    `),
  );
});

test('IB03 to fifteen per cent, however many are left', () => {
  const report = unwrap(irvBottomsUp.count(ballotsOf(ballots), { options: { share: '0.15' } }));
  expect(storyOf(report)).toBe(
    golden(`
      1 | A 40 B 30 C 14 D 10 E 6 | quota 15 | exclude E fewest-votes | E>D 6
      2 | A 40 B 30 C 14 D 16 | quota 15 | exclude C fewest-votes | C>B 14
      3 | A 40 B 44 D 16 | quota 15 | elect B A D reached-share
      elected B A D
    `),
  );
  expect([report.seats, report.outcome.unfilled]).toEqual([3, 0]);
});

test('IB04 write-ins go first', () => {
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }, { name: 'X', withdrawn: true }] as const;
  expect(story('3: W > X > A\n2: B\n1: X > A', { seats: 1 }, { choices })).toBe(
    golden(`
      1 | A 1 B 2 W 3 | exclude W undeclared-write-in | W>A 3
      2 | A 4 B 2 | exclude B fewest-votes | B>ran-out 2
      3 | A 4 | ran-out 2 | elect A last-standing
      elected A
    `),
  );
});

test('IB04 a minimum of first preferences, as long as enough remain', () => {
  expect(story(ballots, { seats: 2, options: { minimumVotes: 12 } })).toBe(
    golden(`
      1 | A 40 B 30 C 14 D 10 E 6 | minimum 12 | exclude D E below-minimum | D>C 10 E>C 6
      2 | A 40 B 30 C 30 | stop lot-needed
      tie in 2 to exclude: B C: open
      lot-needed, elected nobody, 1 of B C
    `),
  );
  expect(story(ballots, { seats: 3, options: { minimumVotes: 20 } })).toContain('exclude E fewest-votes');
});

test('IB04 an undeclared write-in without votes is never elected', () => {
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('3: A\n2: B', { seats: 3 }, { choices })).toContain('elected A B, unfilled 1');
  expect(story('3: A\n2: B', { options: { share: '0.4' } }, { choices })).toContain('elected A B');
});

test('IB01 IB06 a tie is asked, and nobody is elected without votes', () => {
  expect(story('2: A\n1: B\n1: C', { seats: 2 })).toContain('tie in 1 to exclude: B C: open');
  expect(story('2:', { seats: 2 }, { choices: ['A', 'B'] })).toContain('elected nobody, unfilled 2');
});

/** Strip the last from the ballots until few enough are left, or all have enough; ties leave the first on the paper in. */
const slowLeft = (
  { choices, ballots: given }: LooseBallots,
  ends: (votes: number[], total: number) => boolean,
) => {
  let left = choicesOf({ choices });
  for (;;) {
    const firsts = given.map(({ ranks }) =>
      ranks.flat().find((c) => typeof c === 'number' && left.includes(c)),
    );
    const votes = left.map((choice) =>
      given.reduce((sum, { weight }, i) => sum + (firsts[i] === choice ? weight : 0), 0),
    );
    const total = votes.reduce((a, b) => a + b, 0);
    if (total === 0) return [];
    if (ends(votes, total)) return left;
    const last = left[votes.lastIndexOf(Math.min(...votes))];
    left = left.filter((choice) => choice !== last);
  }
};

test('IB01 IB02 IB03 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 15 }), fc.integer({ min: 1, max: 3 }), (loose, seats) => {
      const ties = [{ by: 'ballot-order' }] as const;
      const report = unwrap(irvBottomsUp.count(groupLoose(loose), { seats, ties }));
      checkSeats(report);
      expect([...report.outcome.elected].sort()).toEqual(slowLeft(loose, (votes) => votes.length <= seats));
      const shared = unwrap(irvBottomsUp.count(groupLoose(loose), { ties, options: { share: '1/4' } }));
      checkSeats(shared);
      expect([...shared.outcome.elected].sort()).toEqual(
        slowLeft(loose, (votes, total) => votes.every((held) => 4 * held >= total)),
      );
    }),
    { numRuns: 300 },
  );
});

test('IB05 anonymity, neutrality, conservation', () => {
  const every = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };
  const laws = { method: irvBottomsUp, ballots: every, settings: { seats: 2 } };
  keepsAnonymity(laws);
  keepsVotes(laws);
  keepsVotes({ ...laws, settings: { options: { share: '0.2' }, ties: [{ by: 'ballot-order' }] } });
  keepsNeutrality({ ...laws, settings: { seats: 1 } });
});
