import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountReport } from '../count-report.ts';
import type { CountSettings } from '../counting-method.ts';
import { prfMeek } from '../prf-meek/prf-meek.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { keepSlowly } from '../testing/slow-keep-factors.ts';
import { storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { warren } from './warren.ts';

const count = (text: string, settings: CountSettings = {}) => unwrap(warren.count(ballotsOf(text), settings));

const differing = '12: A > B > D\n12: B > C > D\n2: C > D\n7: D > C\n3: E > D';

/** The votes of the second round, when the iteration has converged to within 10⁻⁶. */
const fiveDecimals = ({ rounds }: CountReport) => rounds[1]?.votes.map((votes) => Number(votes).toFixed(5));

test('WN01 WN02 WN03 two elected whose supporters have different amounts left, worked by hand', () => {
  // Three seats, 36 ballots that all end with somebody hopeful: the quota stays 9, and 10⁻⁹. A and B have 12 first preferences each. A
  // keeps 0.75 of a ballot; those 12 reach B with 0.25, so B's price p is 12 p + 12 × min(p, 0.25) = 9, p = 0.5: they give all they
  // have left, and B's own go on with a half each, six votes for C.
  const report = count(differing, { seats: 3 });
  expect(report.choices.map(({ name }) => name)).toEqual(['A', 'B', 'D', 'C', 'E']);
  expect(fiveDecimals(report)).toEqual(['9.00000', '9.00000', '7.00000', '8.00000', '3.00000']);
});

test('WN06 Meek takes the same share instead of the same price, and differs there', () => {
  // Meek: B keeps 9/15 of what reaches it, so 0.1 of each ballot of A goes on to D, who has 8.2, and C gets 4.8 of B's own.
  const meek = unwrap(prfMeek.count(ballotsOf(differing), { seats: 3 }));
  expect(fiveDecimals(meek)).toEqual(['9.00000', '9.00000', '8.20000', '6.80000', '3.00000']);
});

test('WN06 with one elected both agree to the digit', () => {
  const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';
  const meek = unwrap(prfMeek.count(ballotsOf(board), { seats: 2 }));
  expect(storyOf(count(board, { seats: 2 }))).toBe(storyOf(meek));
});

test('WN04 ties know the rounds before', () => {
  const told = storyOf(
    count('11: A\n9: B\n5: C\n4: D\n1: E > D', { ties: [{ by: 'earlier-rounds', from: 'latest' }] }),
  );
  expect(told).toContain('tie in 2 to exclude: C D: D by earlier-rounds');
});

const slowly: SlowCount = (loose, seats) =>
  keepSlowly(loose, { seats, keep: 'price', chooseTied: (tied) => tied.at(-1)! });

test('WN01 WN02 WN03 as the slow way says, to the last digit', () => {
  countsAsSlowly(warren, slowly, { runs: 400 });
});

test('WN02 WN03 with so many ballots that rounding up alone exceeds omega, as the slow way says', () => {
  countsAsSlowly(warren, slowly, { crowd: fc.integer({ min: 1_000, max: 40_000 }), runs: 200 });
});

test('WN05 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(warren);
});
