import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside, overvotedRank, skippedRank, totalWeight } from './ballots.ts';
import { createBallotsBuilder } from './build-ballots.ts';
import { inCanonicalOrder } from './canonical-order.ts';
import { marksOf, type Rank, ranksOf } from './ranks.ts';
import { arbitraryLooseBallots, groupLoose } from './testing/arbitrary-ballots.ts';

const every = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };
const abc = [{ name: 'A' }, { name: 'B' }, { name: 'C' }];

const trimmed = (ranks: readonly Rank[]): Rank[] => {
  const end = ranks.findLastIndex((rank) => rank === 'overvote' || rank.length > 0);
  return ranks
    .slice(0, end + 1)
    .map((rank) => (rank === 'overvote' ? rank : [...rank].sort((a, b) => a - b)));
};

test('B01 marks are ranks, and ranks marks', () => {
  const ranks: Rank[] = [[2], [0, 1], [], 'overvote', [1]];
  expect(marksOf(ranks)).toEqual([2, 0, beside(1), skippedRank, overvotedRank, 1]);
  const builder = createBallotsBuilder({ form: 'rank', choices: abc });
  expect(builder.add({ marks: marksOf(ranks) })).toBeNull();
  expect(ranksOf(builder.build(), 0)).toEqual(ranks);
});

test('B01 a blank ballot is kept', () => {
  const builder = createBallotsBuilder({ form: 'choose', choices: abc });
  builder.add({ marks: [] });
  builder.add({ marks: [skippedRank], weight: 2 });
  const ballots = builder.build();
  expect([ballots.groups, totalWeight(ballots)]).toEqual([1, 3]);
});

test('B03 in order: nothing is grouped', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc, inOrder: true });
  for (const marks of [[0], [1, 2], [0]]) builder.add({ marks });
  const ballots = builder.build();
  expect([...ballots.marks]).toEqual([0, 1, 2, 0]);
  expect([ballots.groups, ballots.inOrder]).toEqual([3, true]);
});

test('B02 scores rank: the highest first, equal ones together', () => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max: 5, grades: null },
    choices: abc,
  });
  expect(builder.add({ marks: [0, 1, 2], scores: [3, 5, 3] })).toBeNull();
  expect(builder.add({ marks: [2, 1, 0], scores: [3, 5, 3] })).toBeNull();
  expect(builder.add({ marks: [1, 0], scores: [5, 3] })).toBeNull();
  const ballots = builder.build();
  expect(ranksOf(ballots, 0)).toEqual([[1], [0, 2]]);
  expect([...ballots.scores!]).toEqual([5, 3, 3, 5, 3]);
  expect([...ballots.weights]).toEqual([2, 1]);
});

test('B02 an order among equal scores is kept where the ballot says one', () => {
  const scale = { min: 0, max: 5, grades: null };
  const builder = createBallotsBuilder({ form: 'score', scale, choices: abc });
  expect(builder.add({ marks: [2, 0, beside(1)], scores: [4, 4, 4], ordered: true })).toBeNull();
  expect(builder.add({ marks: [2, 0, 1], scores: [4, 4, 4] })).toBeNull();
  const ballots = builder.build();
  expect([0, 1].map((group) => ranksOf(ballots, group))).toEqual([[[2], [0, 1]], [[0, 1, 2]]]);
});

test('B03 identical ballots are one group; nothing is lost and nothing made', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ...every, ballots: 40, most: 4 }), (loose) => {
      const ballots = groupLoose(loose);
      const expected = new Map<string, number>();
      for (const { ranks, weight } of loose.ballots) {
        const key = JSON.stringify(trimmed(ranks));
        expected.set(key, (expected.get(key) ?? 0) + weight);
      }
      const found = Array.from({ length: ballots.groups }, (_, group) => [
        JSON.stringify(ranksOf(ballots, group)),
        ballots.weights[group],
      ]);
      expect(found).toEqual([...expected]);
    }),
  );
});

test('B03 the canonical order does not depend on who came first', () => {
  fc.assert(
    fc.property(
      arbitraryLooseBallots({ ...every, ballots: 30 }),
      fc.infiniteStream(fc.nat()),
      (loose, keys) => {
        const shuffled = loose.ballots.map((ballot) => ({ ballot, key: keys.next().value ?? 0 }));
        shuffled.sort((a, b) => a.key - b.key);
        const other = groupLoose({ ...loose, ballots: shuffled.map(({ ballot }) => ballot) });
        expect(inCanonicalOrder(other)).toEqual(inCanonicalOrder(groupLoose(loose)));
      },
    ),
  );
});

test('B03 ten thousand different ballots stay apart', () => {
  const builder = createBallotsBuilder({
    form: 'rank',
    choices: Array.from({ length: 100 }, () => ({ name: 'x' })),
  });
  for (let i = 0; i < 20_000; i++) builder.add({ marks: [i % 100, Math.floor(i / 100) % 100] });
  const ballots = builder.build();
  expect(ballots.groups).toBe(10_000);
  expect(ballots.weights.every((weight) => weight === 2)).toBe(true);
});

test('B04 weights with decimals add up exactly', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc });
  builder.add({ marks: [0], weight: 3 });
  builder.add({ marks: [0], weight: { units: 1, places: 1 } });
  builder.add({ marks: [1], weight: { units: 25, places: 2 } });
  builder.add({ marks: [1], weight: { units: 2, places: 1 } });
  const { weights, weightScale } = builder.build();
  expect([[...weights], weightScale]).toEqual([[310, 45], 100]);
});

test.each([
  [0, 'weight_invalid'],
  [-1, 'weight_invalid'],
  [1.5, 'weight_invalid'],
  [Number.NaN, 'weight_invalid'],
  [Number.MAX_SAFE_INTEGER, 'weight_too_large'],
])('B04 a weight of %d is refused', (weight, code) => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc });
  builder.add({ marks: [0] });
  expect(builder.add({ marks: [0], weight })).toEqual({ code, choice: null });
  expect([...builder.build().weights]).toEqual([1]);
});

test('B05 skipped ranks at the end say nothing', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc });
  builder.add({ marks: [0, skippedRank, 1, skippedRank, skippedRank] });
  builder.add({ marks: [0, skippedRank, 1] });
  expect(builder.build().groups).toBe(1);
});

test.each([
  [[3], 'unknown_choice', 3],
  [[beside(3)], 'unknown_choice', 3],
  [[0.5], 'unknown_choice', 0.5],
  [[0, beside(0)], 'repeated_in_rank', 0],
  [[beside(1)], 'rank_without_first', 1],
  [[skippedRank, beside(1)], 'rank_without_first', 1],
])('B06 marks %j are refused', (marks, code, choice) => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc });
  expect(builder.add({ marks })).toEqual({ code, choice });
  expect(builder.build().groups).toBe(0);
});

test.each([
  [[0], [6], 'score_out_of_scale', 0],
  [[0], [1.5], 'score_out_of_scale', 0],
  [[0, 1], [1], 'score_missing', null],
  [[0, 0], [1, 2], 'repeated_in_rank', 0],
  [[7], [1], 'unknown_choice', 7],
])('B06 scores %j %j are refused', (marks, scores, code, choice) => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max: 5, grades: null },
    choices: abc,
  });
  expect(builder.add({ marks, scores })).toEqual({ code, choice });
});

test('B06 repeats are refused where they are a mistake', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: abc, repeats: 'refuse' });
  expect(builder.add({ marks: [0, 1, 0] })).toEqual({ code: 'repeated_choice', choice: 0 });
  expect(builder.build().traits.repeats).toBe(false);
});

test('B06 two choices with one id are a bug of the caller', () => {
  const builder = createBallotsBuilder({ form: 'rank', choices: [{ id: 'a', name: 'A' }] });
  expect(() => builder.addChoice({ id: 'a', name: 'B' })).toThrow(RangeError);
  expect(() => createBallotsBuilder({ form: 'score' })).toThrow(RangeError);
});

test('B07 traits say what occurs', () => {
  const traitsOf = (...ballots: Rank[][]) => {
    const builder = createBallotsBuilder({ form: 'rank', choices: abc });
    for (const ranks of ballots) builder.add({ marks: marksOf(ranks) });
    return builder.build().traits;
  };
  const none = { equalRanks: false, skippedRanks: false, overvotes: false, repeats: false };
  expect(traitsOf([[0], [1]], [[2], []])).toEqual(none);
  expect(traitsOf([[0, 1]])).toEqual({ ...none, equalRanks: true });
  expect(traitsOf([[], [1]])).toEqual({ ...none, skippedRanks: true });
  expect(traitsOf(['overvote'])).toEqual({ ...none, overvotes: true });
  expect(traitsOf([[0], [1], [0]])).toEqual({ ...none, repeats: true });
});
