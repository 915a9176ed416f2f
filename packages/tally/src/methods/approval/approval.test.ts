import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { scoresOf } from '../testing/score-ballots.ts';
import { choicesOf, everyMark, rewardsVoting, staysWhenRaised } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { approval } from './approval.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(approval.count(ballotsOf(text, paper), settings)));

test('AP01 the most approved, by hand', () => {
  expect(story('4: A = B\n3: B = C\n2: C', {}, { form: 'choose' })).toBe(
    golden(`
      1 | A 4 B 7 C 5 | elect B most-approvals
      elected B
    `),
  );
  expect(story('4: A = B\n3: B = C\n2: C', { seats: 2 }, { form: 'choose' })).toContain('elected B C');
});

test('AP02 ranks approve as far as asked', () => {
  const ballots = '3: A > B > ! > C\n2: C > _ > B > A > C';
  expect(story(ballots)).toContain('1 | A 5 B 5 C 5 | stop lot-needed');
  expect(story(ballots, { options: { ranks: 2 } })).toContain('1 | A 3 B 3 C 2 ');
});

test('AP03 scores approve from a least score on', () => {
  const ballots = scoresOf('3: A 5 B 1\n2: B 3 C 0\n1: C 2');
  const figures = (options = {}) => unwrap(approval.count(ballots, { options })).rounds[0]?.votes;
  expect(figures()).toEqual(['3', '5', '1']);
  expect(figures({ leastScore: 3 })).toEqual(['3', '2', '0']);
  expect(figures({ leastScore: 0 })).toEqual(['3', '5', '3']);
});

test('AP04 withdrawn choices and undeclared write-ins', () => {
  const choices = ['A', { name: 'X', withdrawn: true }, { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('5: W = X\n1: A', {}, { choices })).toBe(
    golden(`
      1 | A 1 W 5 | elect A most-approvals
      elected A
    `),
  );
});

test('AP05 ties at the cut, and nobody without an approval', () => {
  expect(story('2: A\n2: B', { ties: [{ by: 'ballot-order' }] })).toContain(
    'tie in 1 to elect: A B: A by ballot-order',
  );
  expect(story('2: A', { seats: 2 }, { choices: ['A', 'B'] })).toContain('elected A, unfilled 1');
});

test('AP01 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(everyMark), fc.integer({ min: 1, max: 3 }), (loose, seats) => {
      const report = unwrap(approval.count(groupLoose(loose), { seats }));
      checkSeats(report);
      const approvals = choicesOf(loose).map((choice) =>
        loose.ballots
          .filter(({ ranks }) => ranks.some((rank) => rank !== 'overvote' && rank.includes(choice)))
          .reduce((sum, { weight }) => sum + weight, 0),
      );
      expect(report.rounds[0]?.votes).toEqual(approvals.map(String));
      if (report.outcome.state === 'decided')
        for (const one of report.outcome.elected)
          expect(approvals.filter((other) => other > approvals[one]!).length).toBeLessThan(seats);
    }),
  );
});

test('AP01 anonymity and neutrality', () => {
  keepsAnonymity({ method: approval, ballots: everyMark });
  keepsNeutrality({ method: approval, ballots: everyMark });
});

test('AP01 participation and monotonicity', () => {
  rewardsVoting(approval);
  staysWhenRaised(approval);
});
