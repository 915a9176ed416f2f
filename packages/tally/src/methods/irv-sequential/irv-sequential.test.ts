import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { irv } from '../irv/irv.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality, keepsVotes } from '../testing/method-laws.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { irvSequential } from './irv-sequential.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(irvSequential.count(ballotsOf(text, paper), settings)));

test('IQ01 IQ02 IQ03 two seats, by hand: the majority takes both', () => {
  const text = '5: A > B\n1: B > A\n4: C > D';
  expect(story(text, { seats: 2 })).toBe(
    golden(`
      1 | A 5 B 1 C 4 D 0 | majority 5 | exclude D fewest-votes
      2 | A 5 B 1 C 4 | majority 5 | exclude B fewest-votes | B>A 1
      3 | A 6 C 4 | majority 5 | elect A majority
      4 | B 6 C 4 D 0 | majority 5 | elect B majority
      elected A B
    `),
  );
  const report = unwrap(irvSequential.count(ballotsOf(text), { seats: 2 }));
  expect(report.rounds.map(({ contest }) => contest)).toEqual([1, 1, 1, 2]);
  expect(report.rounds[3]?.standing).toEqual(['elected', 'elected', 'continuing', 'continuing']);
  expect(report.outcome.ranking).toEqual([[0], [1], [2], [3]]);
});

test('IQ04 a tie stops, and looks at rounds of its own count alone', () => {
  const ballots = '5: A > B\n4: C\n1: D';
  expect(story(ballots, { seats: 2, ties: [{ by: 'earlier-rounds', from: 'first' }] })).toContain(
    'elected A B',
  );
  // In the second count B and C are equal from its first round on; that C had more before A was elected says nothing.
  expect(
    story('4: A > B\n1: A\n4: C', { seats: 2, ties: [{ by: 'earlier-rounds', from: 'latest' }] }),
  ).toContain('lot-needed, elected A, 1 of B C');
});

test('IQ05 seats stay unfilled', () => {
  expect(story('3: A', { seats: 3 }, { choices: ['A', 'B'] })).toContain(
    '2 | B 0 | ran-out 3 | majority 0 | stop no-votes',
  );
  expect(story('3: A > B', { seats: 3 })).toContain('elected A B, unfilled 1');
});

test('IQ01 IQ02 as counts on rewritten ballots say', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 15 }), (loose) => {
      const ties = [{ by: 'ballot-order' }] as const;
      const report = unwrap(irvSequential.count(groupLoose(loose), { seats: 3, ties }));
      checkSeats(report);
      const elected: number[] = [];
      while (elected.length < 3) {
        const ballots = loose.ballots.map(({ ranks, weight }) => ({
          weight,
          ranks: ranks.filter((rank) => rank === 'overvote' || !elected.includes(rank[0]!)),
        }));
        const [winner] = unwrap(irv.count(groupLoose({ ...loose, ballots }), { ties })).outcome.elected;
        if (winner === undefined || elected.includes(winner)) break;
        elected.push(winner);
      }
      expect(report.outcome.elected).toEqual(elected);
    }),
  );
});

test('IQ03 anonymity, neutrality, conservation', () => {
  const every = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };
  const laws = { method: irvSequential, ballots: every, settings: { seats: 2 } };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
  keepsVotes({ ...laws, settings: { seats: 3, ties: [{ by: 'ballot-order' }] } });
});
