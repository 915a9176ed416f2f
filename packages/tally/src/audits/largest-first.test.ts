import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLargestFirst } from './largest-first.ts';

test('RL18 sets are taken hardest first: what comes out is sorted, whatever goes in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -9, max: 9 }))), (steps) => {
      const heap = createLargestFirst<number>((a, b) => a - b);
      let plain: number[] = [];
      for (const step of steps) {
        if (step !== null) {
          heap.push(step);
          plain = [...plain, step].sort((a, b) => b - a);
        } else expect(heap.pop()).toBe(plain.shift());
      }
      for (const left of plain) expect(heap.pop()).toBe(left);
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
