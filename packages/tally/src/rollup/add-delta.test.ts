import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDelta, sumTallies } from './add-delta.ts';
import { emptyTally, type Tally } from './tally.ts';

const count = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
const delta: fc.Arbitrary<Tally> = fc.record({
  votes: fc.array(count, { minLength: 2, maxLength: 2 }),
  rejected: count,
  cast: count,
  registered: count,
  stations: count,
});

test('R02 sums do not depend on order or grouping', () => {
  fc.assert(
    fc.property(fc.array(delta), fc.array(delta), (some, others) => {
      const all = sumTallies([...some, ...others], 2);
      expect(sumTallies([...others, ...some].reverse(), 2)).toEqual(all);
      expect(addDelta(sumTallies(some, 2), sumTallies(others, 2))).toEqual(all);
    }),
  );
});

test('R02 inexact sums are refused, not rounded', () => {
  const huge = { ...emptyTally(1), cast: Number.MAX_SAFE_INTEGER };
  expect(() => addDelta(huge, { ...emptyTally(1), cast: 1 })).toThrow(RangeError);
});

test('R02 tallies of different ballots are not added', () => {
  expect(() => addDelta(emptyTally(2), emptyTally(3))).toThrow(RangeError);
});
