import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Backoff } from './backoff.ts';

const throws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });

const staysWithin = fc.property(throws, (dice) => {
  let at = 0;
  const backoff = new Backoff(() => dice[at++ % dice.length] ?? 0);
  for (const _ of dice) {
    for (const wait of [backoff.next(), backoff.long(), backoff.goingAway()]) {
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(30_000);
    }
    expect(backoff.goingAway()).toBeLessThan(5_000);
  }
});

test('waits lie between 0.5 and 30 s, whatever the dice', () => fc.assert(staysWithin));

test('the bound doubles with every attempt and starts again after a success', () => {
  const backoff = new Backoff(() => 0.999_999);
  const waits = Array.from({ length: 7 }, () => Math.round(backoff.next()));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  backoff.reset();
  expect(Math.round(backoff.next())).toBe(1_000);
});
