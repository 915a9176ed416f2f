import { expect, it } from 'vitest';
import { layoutSeats } from './layout-seats.ts';

const district = (code: string, seats: number, point: readonly [number, number]) => ({
  code,
  name: code,
  seats,
  point,
});

const land = [
  district('capital', 37, [0, 40]),
  district('north', 5, [0, 41]),
  district('south', 4, [0, 39]),
  district('east', 8, [1, 40]),
  district('west', 3, [-1, 40]),
  district('isle', 2, [-12, 28]),
];

it('gives every seat a cell, and every district one place of its own', () => {
  const { shapes, width, height } = layoutSeats(land);
  expect(shapes.map(({ seats }) => seats?.cells.length)).toEqual([37, 5, 4, 8, 3, 2]);
  for (const [index, one] of shapes.entries()) {
    expect([one.box[0] >= 0, one.box[1] >= 0, one.box[2] <= width, one.box[3] <= height]).not.toContain(
      false,
    );
    for (const other of shapes.slice(index + 1)) {
      const apart = Math.hypot(one.center[0] - other.center[0], one.center[1] - other.center[1]);
      expect(apart).toBeGreaterThan(20);
    }
  }
});

it('leaves a large district among small ones, and each of them on its side', () => {
  const at = new Map(layoutSeats(land).shapes.map(({ code, center }) => [code, center]));
  const [x = 0, y = 0] = at.get('capital') ?? [];
  expect(at.get('north')?.[1]).toBeLessThan(y);
  expect(at.get('south')?.[1]).toBeGreaterThan(y);
  expect(at.get('east')?.[0]).toBeGreaterThan(x);
  expect(at.get('west')?.[0]).toBeLessThan(x);
});

it('draws a line around a district only where no cell of its own lies beyond', () => {
  const [two] = layoutSeats([district('two', 2, [0, 0])]).shapes;
  expect(two?.seats?.outline.split('M').length).toBe(1 + 10);
});

it('brings islands far away nearer, and leaves regions with much land between them where they are', () => {
  const wide = (points: readonly (readonly [number, number])[]) =>
    layoutSeats(points.map((point, index) => district(`d${index}`, 3, point))).shapes.map(
      ({ center }) => center[0],
    );
  const [west = 0, middle = 0, east = 0] = wide([
    [0, 0],
    [4, 0],
    [5, 1],
    [0, 4],
    [4, 4],
  ]);
  expect(west).toBeLessThan(middle);
  expect(middle).toBeLessThan(east);
});
