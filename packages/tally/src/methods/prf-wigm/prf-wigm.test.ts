import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { countSlowly, hopelessSlowly } from '../testing/slow-weighted.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { prfWigm } from './prf-wigm.ts';

const story = (text: string, settings: CountSettings = {}) =>
  storyOf(unwrap(prfWigm.count(ballotsOf(text), settings)));

const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';

test('PW01 PW02 PW03 PW05 PW07 PW08 three of five, worked by hand', () => {
  // Quota: 47 ÷ 4 = 11.75, and 0.0001. A: 1 × 8.2499 ÷ 20 = 0.41249…, cut to 0.4124.
  // B's surplus is 4.8483. Papers of one: 4.8483 ÷ 16.5984 = 0.29209…; those of 0.4124: the product 1.99943… is cut to 1.9994,
  // ÷ 16.5984 = 0.12045…, cut to 0.1204, and 16 × 0.1204 = 1.9264.
  expect(story(board, { seats: 3 })).toBe(
    golden(`
      1 | A 20.0000 B 10.0000 C 7.0000 D 8.0000 E 2.0000 | quota 11.7501 | elect A quota surplus A 8.2499 at 0.4124 | A>B 6.5984 A>ran-out 1.6496 A>rounding 0.0019
      2 | A 11.7501 B 16.5984 C 7.0000 D 8.0000 E 2.0000 | ran-out 1.6496 rounding 0.0019 | quota 11.7501 | elect B quota surplus B 4.8483 at 0.2920 | B>C 1.9264 B>ran-out 2.9200 B>rounding 0.0019
      3 | A 11.7501 B 11.7501 C 8.9264 D 8.0000 E 2.0000 | ran-out 4.5696 rounding 0.0038 | quota 11.7501 | exclude E fewest-votes | E>D 2.0000
      4 | A 11.7501 B 11.7501 C 8.9264 D 10.0000 | ran-out 4.5696 rounding 0.0038 | quota 11.7501 | exclude C fewest-votes elect D last-standing
      elected A B D
    `),
  );
});

test('PW04 sure losers go before a surplus moves', () => {
  // 2 and the surplus of 4.3333 are less than 7.
  expect(story(board, { seats: 2, options: { defeatSureLosers: true } })).toBe(
    golden(`
      1 | A 20.0000 B 10.0000 C 7.0000 D 8.0000 E 2.0000 | quota 15.6667 | elect A quota exclude E cannot-catch-up | E>D 2.0000
      2 | A 20.0000 B 10.0000 C 7.0000 D 10.0000 | quota 15.6667 | surplus A 4.3333 at 0.2166 | A>B 3.4656 A>ran-out 0.8664 A>rounding 0.0013
      3 | A 15.6667 B 13.4656 C 7.0000 D 10.0000 | ran-out 0.8664 rounding 0.0013 | quota 15.6667 | exclude C cannot-catch-up | C>D 7.0000
      4 | A 15.6667 B 13.4656 D 17.0000 | ran-out 0.8664 rounding 0.0013 | quota 15.6667 | elect D quota
      elected A D
    `),
  );
});

test('PW04 as many as the next is not fewer', () => {
  // C and D together have the four of B.
  const told = story('9: A\n4: B\n3: C\n1: D', { seats: 1, options: { defeatSureLosers: true } });
  expect(told).toContain('elected A');
  expect(story('8: A\n4: B\n3: C\n1: D > C', { seats: 1, options: { defeatSureLosers: true } })).toContain(
    'exclude D cannot-catch-up',
  );
});

test('PW03 a surplus of nothing is a round of its own', () => {
  // With weights of four decimals: 1.2 votes for two seats, quota 0.4 and 0.0001.
  const ballots = { ...ballotsOf('4001: A > B\n3999: B\n4000: C'), weightScale: 10_000 };
  expect(storyOf(unwrap(prfWigm.count(ballots, { seats: 2 })))).toBe(
    golden(`
      1 | A 0.40010000 B 0.39990000 C 0.40000000 | quota 0.40010000 | elect A quota surplus A 0.00000000 at 0.0000
      2 | A 0.40010000 B 0.39990000 C 0.40000000 | quota 0.40010000 | exclude B fewest-votes elect C last-standing
      elected A C
    `),
  );
});

test('PW06 the first drawn is chosen, for a surplus and for defeat', () => {
  const equal = '8: A > C\n8: B > D\n2: C\n1: D\n1: E';
  const drawn = (order: number[]) => story(equal, { seats: 3, ties: [{ by: 'lot', lots: [order] }] });
  const ids = ballotsOf(equal).choices.map(({ name }) => name);
  expect(ids).toEqual(['A', 'C', 'B', 'D', 'E']);
  expect(drawn([2, 0, 1, 3, 4])).toContain('tie in 1 to surplus: A B: B by lot');
  const low = '9: A\n4: B\n2: C\n2: D';
  expect(story(low, { seats: 2, ties: [{ by: 'ballot-order' }] })).toContain('exclude C fewest-votes');
  expect(story(low, { seats: 2, ties: [{ by: 'earlier-rounds', from: 'latest' }] })).toContain('1 of C D');
});

test('PW01 PW03 PW04 PW05 as the slow way says, to the last digit', () => {
  const unit = 10_000n;
  for (const batch of [false, true]) {
    const slowly: SlowCount = (loose, seats) =>
      countSlowly(loose, {
        seats,
        unit,
        quota: (valid) => (valid * unit) / BigInt(seats + 1) + 1n,
        newValue: (value, surplus, votes) => (((value * surplus) / unit) * unit) / votes,
        passesZero: true,
        batch: batch ? hopelessSlowly : () => [],
        chooseTied: (tied) => tied[0]!,
      });
    countsAsSlowly(prfWigm, slowly, { options: { defeatSureLosers: batch } });
  }
});

test('PW01 PW03 PW04 PW05 PW08 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(prfWigm);
  keepsStvLaws(prfWigm, { defeatSureLosers: true });
});
