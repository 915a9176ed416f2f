import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { checkSeats, keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { slowInTurn } from '../testing/slow-in-turn.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { sequentialProportionalApproval } from './sequential-proportional-approval.ts';

const count = (text: string, settings: CountSettings = {}) =>
  unwrap(sequentialProportionalApproval.count(ballotsOf(text, { form: 'choose' }), settings));

const ballots = '112: A = B = C\n6: B = C\n4: A = B\n73: B = D\n4: A = D\n1: D';

test('PA01 PA02 three seats, by hand', () => {
  // Once B is elected its 195 ballots weigh a half, and with C or A two thirds of that.
  expect(storyOf(count(ballots, { seats: 3 }))).toBe(
    golden(`
      1 | A 120 B 195 C 118 D 78 | elect B most-approvals
      2 | A 62 C 59 D 41.5 | elect A most-approvals
      3 | C 121/3 D 39.5 | elect C most-approvals
      elected B A C
    `),
  );
});

test('PA02 divisors of Sainte-Laguë', () => {
  expect(storyOf(count(ballots, { seats: 2, options: { divisors: 'sainte-lague' } }))).toContain(
    '2 | A 128/3 C 118/3 D 88/3 | elect A most-approvals',
  );
});

/** Seats of parties by the textbook: the largest quotient takes the next seat; no ties in the example. */
const quotients = (votes: readonly number[], seats: number, step: number): number[] => {
  const won = votes.map(() => 0);
  for (let seat = 0; seat < seats; seat++) {
    const figures = votes.map((v, party) => v / (1 + step * won[party]!));
    won[figures.indexOf(Math.max(...figures))]! += 1;
  }
  return won;
};

test('PA03 party lists win by D’Hondt or Sainte-Laguë', () => {
  const votes = [53, 29, 17];
  const lists = votes.map((v, party) => `${v}: ${[1, 2, 3, 4, 5].map((n) => `P${party}${n}`).join(' = ')}`);
  for (const [divisors, step] of [
    ['d-hondt', 1],
    ['sainte-lague', 2],
  ] as const) {
    const settings = { seats: 5, options: { divisors }, ties: [{ by: 'ballot-order' }] } as const;
    const { outcome } = count(lists.join('\n'), settings);
    const won = votes.map(
      (_, party) => outcome.elected.filter((choice) => Math.floor(choice / 5) === party).length,
    );
    expect(won).toEqual(quotients(votes, 5, step));
  }
});

test('PA04 PA05 unfilled seats and ties', () => {
  expect(storyOf(count('3: A', { seats: 2 }))).toContain('elected A, unfilled 1');
  expect(storyOf(count('3: A\n2: B\n2: C', { seats: 2 }))).toContain('lot-needed, elected A, 1 of B C');
});

test('PA01 PA02 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(), fc.integer({ min: 1, max: 4 }), (loose, seats) => {
      const report = unwrap(
        sequentialProportionalApproval.count(groupLoose(loose), { seats, ties: [{ by: 'ballot-order' }] }),
      );
      checkSeats(report);
      expect(report.outcome.elected).toEqual(slowInTurn(loose, seats, (k) => 1 / (1 + k)));
    }),
  );
});

test('PA01 house monotonicity: one more seat unseats nobody', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(), fc.integer({ min: 1, max: 3 }), (loose, seats) => {
      const [few, more] = [seats, seats + 1].map(
        (n) =>
          unwrap(
            sequentialProportionalApproval.count(groupLoose(loose), {
              seats: n,
              ties: [{ by: 'ballot-order' }],
            }),
          ).outcome.elected,
      );
      expect(more?.slice(0, few?.length)).toEqual(few);
    }),
  );
});

test('PA01 anonymity and neutrality', () => {
  const laws = {
    method: sequentialProportionalApproval,
    settings: { seats: 2 },
    ballots: { equalRanks: true },
  };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
});
