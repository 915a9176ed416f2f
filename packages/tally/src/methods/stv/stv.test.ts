import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { countSlowly, hopelessSlowly } from '../testing/slow-weighted.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { stv } from './stv.ts';
import { stvQuota } from './stv-quota.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(stv.count(ballotsOf(text, paper), settings)));

const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';

test('ST01 quotas of 47 votes for 3 seats', () => {
  const quota = (kind: 'droop' | 'hare', quotaRounding: 'whole' | 'exact' | 'whole-up' | 'exact-up') =>
    stvQuota(4_700, { quota: kind, quotaRounding }, { seats: 3, perVote: 100 });
  expect(quota('droop', 'whole')).toBe(1_200);
  expect(quota('droop', 'exact')).toBe(1_176);
  expect(quota('hare', 'whole')).toBe(1_500);
  expect(quota('hare', 'exact')).toBe(1_566);
  expect(quota('hare', 'whole-up')).toBe(1_600);
  expect(quota('hare', 'exact-up')).toBe(1_567);
  expect(quota('droop', 'whole-up')).toBe(1_200);
  expect(quota('droop', 'exact-up')).toBe(1_175);
  expect(stvQuota(0, { quota: 'hare', quotaRounding: 'whole' }, { seats: 3, perVote: 100 })).toBe(100);
});

test('ST02 ST03 ST04 ST05 ST08 a dynamic exact quota, worked by hand', () => {
  // Quota 1: 47 ÷ 3 = 15.666…, cut to 15.66, and 0.01. A: 4.33 ÷ 20 = 0.2165, cut to 0.21: 3.36 to B, 0.84 exhausted, 0.13 lost.
  // Quota 2: 46.03 ÷ 3 = 15.343…, so 15.35.
  expect(
    story(board, { seats: 2, options: { quotaRounding: 'exact', quotaUpdate: 'dynamic', places: 2 } }),
  ).toBe(
    golden(`
      1 | A 20.00 B 10.00 C 7.00 D 8.00 E 2.00 | quota 15.67 | elect A quota surplus A 4.33 at 0.21 | A>B 3.36 A>ran-out 0.84 A>rounding 0.13
      2 | A 15.67 B 13.36 C 7.00 D 8.00 E 2.00 | ran-out 0.84 rounding 0.13 | quota 15.35 | exclude E fewest-votes | E>D 2.00
      3 | A 15.67 B 13.36 C 7.00 D 10.00 | ran-out 0.84 rounding 0.13 | quota 15.35 | exclude C fewest-votes | C>D 7.00
      4 | A 15.67 B 13.36 D 17.00 | ran-out 0.84 rounding 0.13 | quota 15.35 | elect D quota
      elected A D
    `),
  );
});

test('ST03 one winner a round, and more at the quota than seats', () => {
  const ballots = '12: A > B > C\n6: B\n2: C\n1: D\n1: E';
  const one = story(ballots, { seats: 3, options: { winners: 'one' }, ties: [{ by: 'ballot-order' }] });
  expect(one).toContain('elect A quota surplus A 6.00000 at 0.50000 | A>B 6.00000');
  // A Hare quota of one vote at least: both reach it, one yields.
  expect(story('1: A\n1: B', { options: { quota: 'hare' } })).toContain('lot-needed, elected nobody');
});

test('ST06 ST07 batches and a minimum of first preferences', () => {
  const ballots = '40: A\n35: B\n3: C > B\n2: D > C\n1: E > A';
  expect(story(ballots, { options: { elimination: 'batch' } })).toContain('exclude E D C cannot-catch-up');
  expect(story(ballots, { options: { minimumVotes: 3 } })).toContain(
    'minimum 3.00000 | exclude D E below-minimum',
  );
});

test('ST11 surpluses of all who are elected move together, and nobody is excluded meanwhile', () => {
  // Quota 6. A: 4 ÷ 10 = 0.4; B: 1 ÷ 7 = 0.142…, cut to 0.14: 0.56 to C, 0.42 to D, 0.02 lost.
  const ballots = '6: A > C\n4: A > D\n4: B > C\n3: B > D\n3: C\n2: D > C\n1: E > D';
  const options = { surpluses: 'together', places: 2 };
  const paper = { choices: ['A', 'B', 'C', 'D', 'E'] };
  expect(story(ballots, { seats: 3, options }, paper)).toBe(
    golden(`
      1 | A 10.00 B 7.00 C 3.00 D 2.00 E 1.00 | quota 6.00 | elect A B quota surplus A 4.00 at 0.40 surplus B 1.00 at 0.14 | A>C 2.40 A>D 1.60 B>C 0.56 B>D 0.42 B>rounding 0.02
      2 | A 6.00 B 6.00 C 5.96 D 4.02 E 1.00 | rounding 0.02 | quota 6.00 | exclude E fewest-votes | E>D 1.00
      3 | A 6.00 B 6.00 C 5.96 D 5.02 | rounding 0.02 | quota 6.00 | exclude D fewest-votes | D>C 2.00 D>ran-out 3.02
      4 | A 6.00 B 6.00 C 7.96 | ran-out 3.02 rounding 0.02 | quota 6.00 | elect C quota
      elected A B C
    `),
  );
  // Surpluses of nothing pass a round too.
  expect(story('2: A\n1: B\n1: C > B', { seats: 2, options, ties: [{ by: 'ballot-order' }] })).toContain(
    '1 | A 2.00 B 1.00 C 1.00 | quota 2.00 | elect A quota\n2 | A 2.00 B 1.00 C 1.00 | quota 2.00 | exclude C',
  );
});

test('ST03 ST11 as RCTab counts one winner a round', () => {
  // The published rounds of its example "allow only one winner per round": 9 ballots, 3 seats, a threshold of 2.2501.
  const options = {
    quotaRounding: 'exact',
    places: 4,
    surpluses: 'together',
    fraction: 'cut',
    winners: 'one',
  };
  const settings: CountSettings = { seats: 3, options, ties: [{ by: 'ballot-order' }] };
  expect(story('3: A > B > C\n3: B > C\n3: C', settings, { choices: ['A', 'B', 'C', 'D'] })).toBe(
    golden(`
      1 | A 3.0000 B 3.0000 C 3.0000 D 0.0000 | quota 2.2501 | elect A quota surplus A 0.7499 at 0.2499 | A>B 0.7497 A>rounding 0.0002
      2 | A 2.2501 B 3.7497 C 3.0000 D 0.0000 | rounding 0.0002 | quota 2.2501 | elect B quota surplus B 1.4996 at 0.3999 | B>C 1.4994 B>rounding 0.0002
      3 | A 2.2501 B 2.2501 C 4.4994 D 0.0000 | rounding 0.0004 | quota 2.2501 | elect C quota
      tie in 1 to elect: A B C: A by ballot-order
      elected A B C
    `),
  );
});

test('ST11 the fraction is cut before it is multiplied', () => {
  // Quota 6: A's papers are worth 14 ÷ 20 = 0.70. B then has 14, and 8 over: 0.70 × 8 ÷ 14 = 0.40, but 8 ÷ 14 is 0.57, × 0.70 0.399.
  const moved = (fraction: string) => {
    const settings: CountSettings = { seats: 3, options: { fraction, places: 2 } };
    return story('20: A > B > C', settings, { choices: ['A', 'B', 'C', 'D'] });
  };
  expect(moved('exact')).toContain('B>C 8.00');
  expect(moved('cut')).toContain('B>C 7.80 B>rounding 0.20');
});

test('ST12 undeclared write-ins are passed over, or excluded first and counted in the quota', () => {
  const choices = ['A', 'B', 'C', { name: 'W', writeIn: 'undeclared' }] as const;
  const ballots = '5: A > B\n3: B\n2: C\n4: W > C\n1: W';
  expect(story(ballots, { seats: 2 }, { choices })).toContain(
    '| ran-out 1.00000 | quota 5.00000 | elect C A quota',
  );
  expect(story(ballots, { seats: 2, options: { undeclared: 'exclude-first', places: 1 } }, { choices })).toBe(
    golden(`
      1 | A 5.0 B 3.0 C 2.0 W 5.0 | quota 6.0 | exclude W undeclared-write-in | W>C 4.0 W>ran-out 1.0
      2 | A 5.0 B 3.0 C 6.0 | ran-out 1.0 | quota 6.0 | elect C quota exclude B fewest-votes elect A last-standing
      elected C A
    `),
  );
  expect(story('3: A\n2: B', { options: { undeclared: 'exclude-first' } }, { choices })).toContain('1 | A 3');
});

test('ST13 an overvote ends a ballot only while several of its choices can receive votes', () => {
  const options = { overvotes: 'exhaust-if-several', places: 1 };
  const rounds = story('4: A\n3: B\n2: C > A = B\n1: D > C = A > B', {
    options,
    ties: [{ by: 'ballot-order' }],
  });
  expect(rounds).toContain('D>overvote 1.0');
  expect(rounds).toContain('C>overvote 2.0');
  expect(story('5: A > B = A\n2: B\n1: C', { seats: 2, options })).toContain('A>B 2.0');
});

test('ST01 ST04 ST05 ST06 ST08 as the slow way says, to the last digit', () => {
  const unit = 1_000n;
  for (const elimination of ['single', 'batch'] as const) {
    const slowly: SlowCount = (loose, seats) =>
      countSlowly(loose, {
        seats,
        unit,
        quota: (valid) => (valid * unit) / BigInt(seats + 1) + 1n,
        newValue: (value, surplus, votes) => (value * surplus) / votes,
        batch: elimination === 'batch' ? hopelessSlowly : () => [],
        chooseTied: (tied, want) => (want === 'most' ? tied[0]! : tied.at(-1)!),
      });
    countsAsSlowly(stv, slowly, { options: { elimination, places: 3, quotaRounding: 'exact' } });
  }
});

test('ST09 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(stv);
  keepsStvLaws(stv, { quota: 'hare', quotaUpdate: 'dynamic', winners: 'one', places: 0 });
  keepsStvLaws(stv, {
    quotaRounding: 'exact',
    quotaUpdate: 'dynamic',
    elimination: 'batch',
    minimumVotes: 2,
  });
  keepsStvLaws(stv, { surpluses: 'together', fraction: 'cut', undeclared: 'exclude-first', places: 3 });
  keepsStvLaws(stv, { surpluses: 'together', winners: 'one', overvotes: 'exhaust-if-several' });
});

test('ST10 a solid coalition gets its quotas', () => {
  // Sixty who want A, B, C in whatever order before all others have two Droop quotas of 101 votes for four seats.
  const solid = fc.array(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), { minLength: 42, maxLength: 60 });
  const others = fc.array(fc.shuffledSubarray([3, 4, 5, 6, 0, 1, 2], { minLength: 1 }), { maxLength: 41 });
  fc.assert(
    fc.property(solid, others, fc.constantFrom('single', 'batch'), (inside, outside, elimination) => {
      const ballots = [...inside, ...outside].map((order) => ({
        ranks: order.map((choice) => [choice]),
        weight: 1,
      }));
      const quota = Math.floor(ballots.length / 5) + 1;
      const earned = Math.min(3, Math.floor(inside.length / quota));
      const settings: CountSettings = {
        seats: 4,
        options: { elimination, places: 9 },
        ties: [{ by: 'ballot-order' }],
      };
      const { outcome } = unwrap(stv.count(groupLoose({ choices: 7, ballots }), settings));
      expect(outcome.elected.filter((choice) => choice < 3).length).toBeGreaterThanOrEqual(earned);
    }),
  );
});

test('ST05 monotonicity fails in the known example: more support can lose', () => {
  expect(story('39: A > B\n35: B > C\n26: C > A')).toContain('elected A');
  expect(story('49: A > B\n25: B > C\n26: C > A')).toContain('elected C');
});
