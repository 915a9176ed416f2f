import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { blockPlurality } from '../block-plurality/block-plurality.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { choicesOf } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { limitedVote } from './limited-vote.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(limitedVote.count(ballotsOf(text, { form: 'choose', ...paper }), settings)));

test('LV01 LV02 three seats and two votes, by hand', () => {
  // The smaller party keeps one of three seats.
  expect(story('30: A = B\n20: A = C\n10: B = C\n40: D = E\n1: A = B = C', { seats: 3 })).toBe(
    golden(`
      1 | A 50 B 40 C 30 D 40 E 40 | overvote 1 | stop lot-needed
      tie in 1 to elect: B D E: open
      lot-needed, elected nobody, 2 of B D E
    `),
  );
  expect(
    story('30: A = B\n31: A = C\n40: D = E\n1: D', { seats: 3, ties: [{ by: 'ballot-order' }] }),
  ).toContain('elected A D E');
});

test('LV01 one vote is the single non-transferable vote', () => {
  expect(story('5: A > B\n3: B > A\n4: C', { seats: 2, options: { votes: 1 } }, { form: 'rank' })).toContain(
    '1 | A 5 B 3 C 4 | elect A C most-votes',
  );
});

test('LV03 more votes than seats are refused', () => {
  const counted = limitedVote.count(ballotsOf('1: A'), { seats: 2, options: { votes: 3 } });
  expect(counted.ok ? [] : counted.error).toMatchObject([{ code: 'option_invalid', field: 'votes' }]);
});

test('LV04 write-ins cannot win, ties are asked, nobody without a vote', () => {
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('3: W\n1: A', { seats: 2 }, { choices })).toContain('elected A, unfilled 1');
  expect(story('1: A\n1: B', {})).toContain('lot-needed');
});

test('LV01 LV02 as the slow way says, and as block plurality with as many votes as seats', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(), fc.integer({ min: 1, max: 3 }), (loose, votes) => {
      const report = unwrap(limitedVote.count(groupLoose(loose), { seats: 3, options: { votes } }));
      const counted = choicesOf(loose).map((choice) =>
        loose.ballots
          .filter(({ ranks }) => ranks.flat().slice(0, votes).includes(choice))
          .reduce((sum, { weight }) => sum + weight, 0),
      );
      expect(report.rounds[0]?.votes).toEqual(counted.map(String));
      const block = unwrap(blockPlurality.count(groupLoose(loose), { seats: 3 }));
      if (votes === 3) expect(report.rounds).toEqual(block.rounds);
    }),
  );
});

test('LV01 anonymity and neutrality', () => {
  const laws = {
    method: limitedVote,
    settings: { seats: 3 },
    ballots: { equalRanks: true, overvotes: true },
  };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
});
