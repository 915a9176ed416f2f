import { expect, it } from 'vitest';
import type { Box } from './cluster-boxes.ts';
import { mapFrame } from './map-frame.ts';

const square = ([west, south, east, north]: Box) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  ],
});

const mainland: readonly Box[] = [
  [-9, 37, 0, 43],
  [0, 38, 4, 42],
];
const islands: Box = [-18, 27, -13, 29];

it('sets far islands into a corner below the mainland, without covering it, and wins room for the rest', () => {
  const frame = mapFrame([...mainland, islands]);
  expect(frame.panes.map(({ members }) => members)).toEqual([[0, 1], [2]]);
  const [main, inset] = frame.panes;
  const mainBottom = main?.path.bounds(square(mainland[0] as Box))[1][1] ?? 0;
  const [[left, top], [, bottom]] = inset?.path.bounds(square(islands)) ?? [
    [0, 0],
    [0, 0],
  ];
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThan(mainBottom);
  expect(bottom).toBeLessThanOrEqual(frame.height);
  expect(frame.insets).toMatch(/^M0,/);
});

it('leaves a country without far islands in one piece', () => {
  const frame = mapFrame(mainland);
  expect(frame.panes).toHaveLength(1);
  expect(frame.insets).toBe('');
});
