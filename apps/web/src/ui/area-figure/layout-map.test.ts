import { expect, it } from 'vitest';
import { type Boundaries, layoutMap } from './layout-map.ts';

/** Three squares in a row: two below A, one below B; neighbours share their arcs as TopoJSON wants it. */
const squares: Boundaries = {
  type: 'Topology',
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [2, 0],
      [2, 1],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    [
      [2, 0],
      [1, 0],
    ],
    [
      [2, 1],
      [3, 1],
      [3, 0],
      [2, 0],
    ],
  ],
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'a1', properties: { name: 'First', parent: 'A' }, arcs: [[~1, ~0]] },
        { type: 'Polygon', id: 'a2', properties: { name: 'Second', parent: 'A' }, arcs: [[0, 3, ~2, 4]] },
        { type: 'Polygon', id: 'b1', properties: { name: 'Third', parent: 'B' }, arcs: [[2, 5]] },
      ],
    },
  },
};

it('draws every area of the level inside the frame', () => {
  const layout = layoutMap(squares, null);
  expect(layout.shapes.map((shape) => shape.code)).toEqual(['a1', 'a2', 'b1']);
  for (const { box, path } of layout.shapes) {
    expect(path).toMatch(/^M/);
    expect(box[0]).toBeGreaterThanOrEqual(0);
    expect(box[2]).toBeLessThanOrEqual(layout.width);
    expect(box[3]).toBeLessThanOrEqual(layout.height);
  }
  expect(layout.borders.inner).not.toBe('');
});

it('keeps only the children of the parent, and fills the frame with them', () => {
  const whole = layoutMap(squares, null);
  const part = layoutMap(squares, 'A');
  expect(part.shapes.map((shape) => shape.code)).toEqual(['a1', 'a2']);
  const wide = (layout: typeof whole) => (layout.shapes[0]?.box[2] ?? 0) - (layout.shapes[0]?.box[0] ?? 0);
  expect(wide(part)).toBeGreaterThan(wide(whole));
});
