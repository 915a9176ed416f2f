import { expect, it } from 'vitest';
import type { AreaShape } from './area-layout.ts';
import { isDirection, nextArea } from './next-area.ts';

const at = (code: string, x: number, y: number): AreaShape => ({
  code,
  name: code,
  path: '',
  center: [x, y],
  box: [x, y, x, y],
  label: [],
});

const middle = at('middle', 0, 0);
const shapes = [middle, at('north', 1, -10), at('east', 10, 1), at('far-east', 30, 0), at('south', -2, 9)];

it('goes to the nearest area that lies ahead', () => {
  expect(nextArea(shapes, middle, 'ArrowUp')?.code).toBe('north');
  expect(nextArea(shapes, middle, 'ArrowRight')?.code).toBe('east');
  expect(nextArea(shapes, middle, 'ArrowDown')?.code).toBe('south');
});

it('stays where it is at the edge', () => {
  expect(nextArea([middle, at('east', 10, 0)], middle, 'ArrowLeft')).toBeNull();
});

it('knows which keys are arrows', () => {
  expect(isDirection('ArrowUp')).toBe(true);
  expect(isDirection('Enter')).toBe(false);
});
