import { expect, it } from 'vitest';
import { barScale } from './bar-scale.ts';

it('takes the lowest step that holds every bar', () => {
  expect(barScale([0.12, 0.09])).toBe(0.3);
  expect(barScale([0.51, 0.4])).toBe(0.6);
  expect(barScale([0.6])).toBe(0.6);
  expect(barScale([0.93])).toBe(1);
  expect(barScale([])).toBe(0.3);
});
