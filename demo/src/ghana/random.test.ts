import { expect, test } from 'vitest';
import { createRandom, type Random } from './random.ts';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

test('a seed and a label name one stream', () => {
  expect(draw(createRandom(7, 'a'), 50)).toEqual(draw(createRandom(7, 'a'), 50));
  expect(draw(createRandom(7, 'a'), 5)).not.toEqual(draw(createRandom(7, 'b'), 5));
  expect(draw(createRandom(7, 'a'), 5)).not.toEqual(draw(createRandom(8, 'a'), 5));
});

test('numbers are spread evenly over [0, 1), and normal ones around 0', () => {
  const random = createRandom(1, 'spread');
  const counts = new Array<number>(100).fill(0);
  for (let i = 0; i < 1_000_000; i += 1) counts[Math.floor(random.next() * 100)]! += 1;
  // Chi-squared with 99 degrees of freedom exceeds 170 once in 100,000 streams; the seed is fixed.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(170);
  const normals = Array.from({ length: 100_000 }, () => random.normal());
  const mean = normals.reduce((a, b) => a + b, 0) / normals.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(normals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / normals.length).toBeCloseTo(1, 1);
});
