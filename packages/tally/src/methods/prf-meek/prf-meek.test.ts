import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import { multiplyUp, one } from '../keep-factors/multiply-up.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { keepSlowly } from '../testing/slow-keep-factors.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { prfMeek } from './prf-meek.ts';

const count = (text: string, settings: CountSettings = {}) =>
  unwrap(prfMeek.count(ballotsOf(text), settings));
const story = (text: string, settings: CountSettings = {}) => storyOf(count(text, settings));

const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';

test('PM01 PM03 PM04 PM05 PM08 PM09 two of five, worked by hand', () => {
  // A keeps k of 20 ballots, 4 of which name nobody else: 20 k = (47 − 4 (1 − k)) ÷ 3, so k = 43/56, the quota 15.357142857…, and B has
  // 10 + 16 × 13/56 = 13.714285714…; the digits below are those of rounding up, and a surplus below 10⁻⁶.
  expect(story(board, { seats: 2 })).toBe(
    golden(`
      1 | A 20.000000000 B 10.000000000 C 7.000000000 D 8.000000000 E 2.000000000 | quota 15.666666667 | elect A quota | A>B 3.714285376 A>ran-out 0.928571344
      2 | A 15.357143280 B 13.714285376 C 7.000000000 D 8.000000000 E 2.000000000 | ran-out 0.928571344 | quota 15.357142886 | exclude E fewest-votes | E>D 2.000000000
      3 | A 15.357143280 B 13.714285376 C 7.000000000 D 10.000000000 | ran-out 0.928571344 | quota 15.357142886 | exclude C fewest-votes | C>D 7.000000000
      4 | A 15.357143280 B 13.714285376 D 17.000000000 | ran-out 0.928571344 | quota 15.357142886 | elect D quota
      elected A D
    `),
  );
  expect(count(board, { seats: 2 }).tables[0]?.rows[0]).toEqual({ label: 'A', cells: ['0.767857164'] });
});

test('PM02 PM06 products are rounded up to nine decimals, exactly', () => {
  const factor = fc.integer({ min: 0, max: one });
  fc.assert(
    fc.property(factor, factor, (a, b) => {
      const exact = (BigInt(a) * BigInt(b) + BigInt(one - 1)) / BigInt(one);
      expect(multiplyUp(a, b)).toBe(Number(exact));
    }),
    { numRuns: 20_000 },
  );
});

test('PM04 an election ends the round, whatever surplus is left', () => {
  // A's surplus lifts B to the quota: elected in round 2, before the iteration has converged.
  const told = story(board, { seats: 3 });
  expect(told).toContain('2 | A 11.750000020 B 16.599999984');
  expect(told).toContain('elected A B C');
});

test('PM07 who is within the surplus of the lowest is tied, and the first drawn is defeated', () => {
  const low = '9: A\n4: B\n2: C\n2: D';
  expect(story(low, { seats: 2 })).toContain('1 of C D');
  expect(story(low, { seats: 2, ties: [{ by: 'ballot-order' }] })).toContain('exclude C fewest-votes');
});

test('PM08 with no more choices than seats the count is complete at once', () => {
  const { rounds } = unwrap(prfMeek.count(ballotsOf('3: A\n1: B'), { seats: 3 }));
  expect(rounds.map(({ actions }) => actions)).toEqual([
    [{ kind: 'elect', choices: [0, 1], reason: 'last-standing' }],
  ]);
});

const slowly: SlowCount = (loose, seats) =>
  keepSlowly(loose, { seats, keep: 'share', chooseTied: (tied) => tied[0]! });

test('PM01 PM02 PM03 PM04 PM05 PM06 PM07 PM08 as the slow way says, to the last digit', () => {
  countsAsSlowly(prfMeek, slowly, { runs: 400 });
});

test('PM05 PM06 with so many ballots that rounding up alone exceeds omega, as the slow way says', () => {
  countsAsSlowly(prfMeek, slowly, { crowd: fc.integer({ min: 1_000, max: 40_000 }), runs: 200 });
});

test('PM09 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(prfMeek);
});

test('PM09 more votes than nine decimals leave room for are refused', () => {
  const many = prfMeek.count(ballotsOf('9007200: A'));
  expect(many.ok ? [] : many.error.map(({ code }) => code)).toEqual(['ballots_unsupported']);
});
