import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBallotsBuilder } from './build-ballots.ts';
import { endings, type MarkingRules, readPreferences } from './preferences.ts';
import { marksOf, type Rank, ranksOf } from './ranks.ts';
import { arbitraryBallots } from './testing/arbitrary-ballots.ts';

const lenient: MarkingRules = { overvotes: 'skip', skippedRanks: 'skip', repeats: 'skip' };
const strict: MarkingRules = { overvotes: 'exhaust', skippedRanks: 'exhaust', repeats: 'exhaust' };

const read = (ranks: Rank[], rules: MarkingRules, withdrawn: number[] = []) => {
  const choices = ['A', 'B', 'C', 'D'].map((name, i) => ({ name, withdrawn: withdrawn.includes(i) }));
  const builder = createBallotsBuilder({ form: 'rank', choices });
  builder.add({ marks: marksOf(ranks) });
  const { order, ends } = readPreferences(builder.build(), rules);
  return [[...order], endings[ends[0]!]];
};

test('B08 a clear ballot is itself under every rule', () => {
  expect(read([[2], [0]], strict)).toEqual([[2, 0], 'ran-out']);
  expect(read([[2], [0]], lenient)).toEqual([[2, 0], 'ran-out']);
});

test('B08 overvotes, skipped ranks and repeats end a ballot or are passed over', () => {
  expect(read([[2], [0, 1], [3]], strict)).toEqual([[2], 'overvote']);
  expect(read([[2], [0, 1], [3]], lenient)).toEqual([[2, 3], 'ran-out']);
  expect(read([[2], 'overvote', [3]], strict)).toEqual([[2], 'overvote']);
  expect(read([[2], 'overvote', [3]], lenient)).toEqual([[2, 3], 'ran-out']);
  expect(read([[2], [], [3]], strict)).toEqual([[2], 'skipped-ranks']);
  expect(read([[2], [2], [3]], strict)).toEqual([[2], 'repeat']);
  expect(read([[2], [2], [3]], lenient)).toEqual([[2, 3], 'ran-out']);
});

test('B08 two skipped ranks in a row end a ballot, one does not', () => {
  const rules: MarkingRules = { ...lenient, skippedRanks: 'exhaust-at-two' };
  expect(read([[2], [], [3], [], [0]], rules)).toEqual([[2, 3, 0], 'ran-out']);
  expect(read([[2], [], [3], [], [], [0]], rules)).toEqual([[2, 3], 'skipped-ranks']);
});

test('B08 skipped ranks allowed by number', () => {
  const two: MarkingRules = { ...strict, skippedRanksAllowed: 2 };
  expect(read([[2], [], [], [3], [], [], [], [0]], two)).toEqual([[2, 3], 'skipped-ranks']);
  expect(read([[], [2]], { ...lenient, skippedRanksAllowed: 0 })).toEqual([[], 'skipped-ranks']);
});

test('B08 a choice is named again also where an overvote was passed over', () => {
  const rules: MarkingRules = { ...lenient, repeats: 'exhaust' };
  expect(read([[0, 1], [2], [1], [3]], rules)).toEqual([[2], 'repeat']);
  expect(read([[0], [0, 1], [3]], rules)).toEqual([[0], 'repeat']);
  expect(read([[0], [0, 1], [3]], { ...rules, overvotes: 'exhaust-if-several' })).toEqual([[0], 'repeat']);
  expect(read([[0, 1], [1], [3]], lenient)).toEqual([[1, 3], 'ran-out']);
});

test('B08 a ballot that names a choice twice may end where it names it first', () => {
  const rules: MarkingRules = { ...strict, repeats: 'exhaust-at-first' };
  expect(read([[0], [1], [2], [1]], rules)).toEqual([[0], 'repeat']);
  expect(read([[1], [1], [2]], rules)).toEqual([[], 'repeat']);
  expect(read([[0], 'overvote', [0]], rules)).toEqual([[], 'repeat']);
  expect(read([[0], [2, 1], [1]], { ...lenient, repeats: 'exhaust-at-first' })).toEqual([[0], 'repeat']);
  expect(read([[0], [], [1], [1]], rules)).toEqual([[0], 'skipped-ranks']);
  expect(read([[0], [1]], rules)).toEqual([[0, 1], 'ran-out']);
});

test('B08 votes pass over whoever has withdrawn', () => {
  expect(read([[2], [0], [3]], strict, [2, 0])).toEqual([[3], 'ran-out']);
});

test('B08 as the obvious reading says', () => {
  const rulesOf = fc.record<MarkingRules>({
    overvotes: fc.constantFrom('exhaust', 'skip'),
    skippedRanks: fc.constantFrom('skip', 'exhaust', 'exhaust-at-two'),
    skippedRanksAllowed: fc.constantFrom(null, 0, 2),
    repeats: fc.constantFrom('skip', 'exhaust'),
  });
  const ballots = arbitraryBallots({ equalRanks: true, skippedRanks: true, overvotes: true, repeats: true });
  fc.assert(
    fc.property(ballots, rulesOf, (grouped, rules) => {
      const { starts, order, ends } = readPreferences(grouped, rules);
      for (let group = 0; group < grouped.groups; group++) {
        const [expected, ending] = slowly(ranksOf(grouped, group), rules);
        expect([...order.slice(starts[group], starts[group + 1])]).toEqual(expected);
        expect(endings[ends[group]!]).toBe(ending);
      }
    }),
    { numRuns: 500 },
  );
});

const slowly = (ranks: readonly Rank[], rules: MarkingRules): [number[], string] => {
  const order: number[] = [];
  const named = new Set<number>();
  const allowed =
    rules.skippedRanksAllowed ?? { skip: 99, exhaust: 0, 'exhaust-at-two': 1 }[rules.skippedRanks];
  let gap = 0;
  for (const rank of ranks) {
    gap = rank.length === 0 ? gap + 1 : 0;
    if (gap > allowed) return [order, 'skipped-ranks'];
    const choices = rank === 'overvote' ? [] : rank;
    if (rules.repeats === 'exhaust' && choices.some((choice) => named.has(choice))) return [order, 'repeat'];
    if ((rank === 'overvote' || choices.length > 1) && rules.overvotes === 'exhaust')
      return [order, 'overvote'];
    if (choices.length === 1 && !order.includes(choices[0]!)) order.push(choices[0]!);
    for (const choice of choices) named.add(choice);
  }
  return [order, 'ran-out'];
};
