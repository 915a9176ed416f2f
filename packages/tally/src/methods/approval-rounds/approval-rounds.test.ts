import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { approval } from '../approval/approval.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { slowInTurn } from '../testing/slow-in-turn.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { approvalRounds } from './approval-rounds.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(approvalRounds.count(ballotsOf(text, { form: 'choose', ...paper }), settings)));

const ballots = '6: A = B\n1: A\n4: C\n3: B = C\n2: D';

test('AR01 AR02 each round represents new voters, by hand', () => {
  expect(story(ballots, { seats: 3 })).toBe(
    golden(`
      1 | A 7 B 9 C 7 D 2 | elect B most-approvals
      2 | A 1 C 4 D 2 | elect C most-approvals
      3 | A 1 D 2 | elect D most-approvals
      elected B C D
    `),
  );
});

test('AR03 all ballots in every round', () => {
  expect(story(ballots, { seats: 2, options: { counted: 'all' }, ties: [{ by: 'ballot-order' }] })).toBe(
    golden(`
      1 | A 7 B 9 C 7 D 2 | elect B most-approvals
      2 | A 7 C 7 D 2 | elect A most-approvals
      tie in 2 to elect: A C: A by ballot-order
      elected B A
    `),
  );
});

test('AR04 seats stay unfilled when nobody is left whom a counted ballot approves', () => {
  expect(story('3: A = B', { seats: 2, ties: [{ by: 'ballot-order' }] })).toContain(
    '2 | B 0 | stop no-votes',
  );
  expect(story('3: A', { seats: 3 })).toContain('elected A, unfilled 2');
});

test('AR05 a tie stops with those elected before', () => {
  expect(story('3: A\n2: B\n2: C', { seats: 2 })).toContain('lot-needed, elected A, 1 of B C');
});

test('AR01 AR02 AR03 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(), fc.integer({ min: 1, max: 3 }), (loose, seats) => {
      const settings = { seats, ties: [{ by: 'ballot-order' }] } as const;
      const report = unwrap(approvalRounds.count(groupLoose(loose), settings));
      checkSeats(report);
      expect(report.outcome.elected).toEqual(slowInTurn(loose, seats, (k) => (k === 0 ? 1 : 0)));
      const all = unwrap(
        approvalRounds.count(groupLoose(loose), { ...settings, options: { counted: 'all' } }),
      );
      expect(all.outcome.elected).toEqual(
        unwrap(approval.count(groupLoose(loose), settings)).outcome.elected,
      );
    }),
  );
});

test('AR01 anonymity and neutrality', () => {
  const laws = { method: approvalRounds, settings: { seats: 2 }, ballots: { equalRanks: true } };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
});
