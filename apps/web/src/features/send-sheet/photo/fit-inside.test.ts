import { expect, it } from 'vitest';
import { fitInside } from './fit-inside.ts';

it('shrinks to the longer side and keeps the proportions', () => {
  expect(fitInside({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 });
  expect(fitInside({ width: 1080, height: 4320 }, 2000)).toEqual({ width: 500, height: 2000 });
});

it('never enlarges, and never shrinks a side to nothing', () => {
  expect(fitInside({ width: 800, height: 600 }, 2000)).toEqual({ width: 800, height: 600 });
  expect(fitInside({ width: 9000, height: 1 }, 2000)).toEqual({ width: 2000, height: 1 });
});
