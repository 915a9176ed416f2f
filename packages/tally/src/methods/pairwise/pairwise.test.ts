import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBallotsBuilder } from '../../ballots/build-ballots.ts';
import {
  type ArbitraryBallots,
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { choicesOf, everyMark, marginIn, supportIn } from '../testing/slow-pairs.ts';
import { compareStanding } from './compare-standing.ts';
import { comparePairs, marginOf, mostCompared, supportOf } from './pairwise-matrix.ts';
import { smithSets } from './smith-sets.ts';
import { strengthOf } from './strength-option.ts';

const rowsOf = (text: string, paper?: Parameters<typeof ballotsOf>[1]): number[][] => {
  const { width, units } = comparePairs(ballotsOf(text, paper));
  return Array.from({ length: width }, (_, a) => [...units.slice(a * width, (a + 1) * width)]);
};

test('PW01 PW02 equals count for neither, the unnamed stand below', () => {
  expect(rowsOf('3: A > B = C\n2: C\n4:')).toEqual([
    [0, 3, 3],
    [0, 0, 0],
    [2, 2, 0],
  ]);
});

test('PW03 repeats, gaps, unknown marks and withdrawn choices', () => {
  const choices = ['A', { name: 'X', withdrawn: true }, 'B'];
  expect(rowsOf('5: X > _ > B > ! > A > B', { choices })).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [5, 0, 0],
  ]);
});

const comparesAsSlow = (loose: LooseBallots): void => {
  const matrix = comparePairs(groupLoose(loose));
  for (const a of choicesOf(loose))
    for (const b of choicesOf(loose))
      expect([a, b, supportOf(matrix, a, b)]).toEqual([a, b, a === b ? 0 : supportIn(loose, a, b)]);
};

test('PW01 as the slow way says, short and long ballots, single and grouped', () => {
  const kinds: ArbitraryBallots[] = [{}, everyMark, { most: 9, ballots: 30, equalRanks: true }];
  for (const kind of kinds) fc.assert(fc.property(arbitraryLooseBallots(kind), comparesAsSlow));
});

test('PW01 more full ballots than a block holds', () => {
  // All orders of 7 choices are 5040 ballots: each pair is ordered both ways by half of them.
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((c) => orders(left.filter((d) => d !== c)).map((rest) => [c, ...rest]));
  const choices = choicesOf({ choices: 7 });
  const ballots = orders(choices).map((order) => ({ ranks: order.map((choice) => [choice]), weight: 1 }));
  const every = comparePairs(groupLoose({ choices: 7, ballots }));
  expect(every.units).toEqual(Float64Array.from({ length: 49 }, (_, cell) => (cell % 8 === 0 ? 0 : 2520)));
  const most = ballots.slice(0, 1500);
  comparesAsSlow({ choices: 7, ballots: most });
});

test('PW01 weights with decimals', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: [{ name: 'A' }, { name: 'B' }] });
  builder.add({ marks: [0, 1], weight: { units: 25, places: 1 } });
  builder.add({ marks: [1, 0] });
  const matrix = comparePairs(builder.build());
  expect([supportOf(matrix, 0, 1), supportOf(matrix, 1, 0)]).toEqual([25, 10]);
});

test('PW01 more ranks than a byte holds', () => {
  const order = Array.from({ length: 200 }, (_, choice) => choice);
  const matrix = comparePairs(
    groupLoose({ choices: 200, ballots: [{ ranks: order.map((c) => [c]), weight: 1 }] }),
  );
  expect([supportOf(matrix, 0, 199), supportOf(matrix, 198, 199), supportOf(matrix, 199, 0)]).toEqual([
    1, 1, 0,
  ]);
});

test('PW05 strength by winning votes and by margins', () => {
  const matrix = comparePairs(ballotsOf('5: A > B\n3: B > A\n2: C'));
  expect(strengthOf(matrix, 'winning-votes')(0, 1)).toBe(5);
  expect(strengthOf(matrix, 'margins')(0, 1)).toBe(2);
  expect(strengthOf(matrix, 'margins')(1, 0)).toBe(0);
});

test('PW06 Smith sets are the smallest that beat all after them', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ...everyMark, ballots: 9 }), (loose) => {
      const matrix = comparePairs(groupLoose(loose));
      const all = choicesOf(loose);
      const sets = smithSets(matrix, all);
      expect(sets.flat().sort()).toEqual(all);
      // Every subset, to see that none smaller does.
      const dominating = Array.from({ length: 2 ** all.length - 1 }, (_, i) =>
        all.filter((choice) => ((i + 1) >> choice) & 1),
      ).filter((set) => set.every((a) => all.every((b) => set.includes(b) || marginIn(loose, a, b) > 0)));
      const smallest = dominating.reduce((least, set) => (set.length < least.length ? set : least));
      expect(sets[0]).toEqual(smallest);
      for (const [i, set] of sets.entries())
        for (const after of sets.slice(i + 1).flat())
          for (const a of set) expect(marginOf(matrix, a, after)).toBeGreaterThan(0);
    }),
  );
});

test('PW07 too many choices are refused', () => {
  const builder = createBallotsBuilder({ form: 'rank' });
  for (let i = 0; i <= mostCompared; i++) builder.addChoice({ name: `C${i}` });
  const compared = compareStanding({ ballots: builder.build() });
  expect(compared.ok ? [] : compared.error.map(({ code }) => code)).toEqual(['ballots_unsupported']);
});

test('PW04 undeclared write-ins beat nobody', async () => {
  const { condorcet } = await import('../condorcet/condorcet.ts');
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }] as const;
  const counted = condorcet.count(ballotsOf('9: W > A > B\n1: B', { choices }));
  expect(counted.ok && counted.value.outcome.elected).toEqual([0]);
});
