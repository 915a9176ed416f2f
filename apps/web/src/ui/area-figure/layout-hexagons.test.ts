import { describe, expect, it } from 'vitest';
import type { AreaShape } from './area-layout.ts';
import { type HexGroup, layoutHexagons } from './layout-hexagons.ts';

const group = (code: string, point: readonly [number, number] | null, count: number): HexGroup => ({
  code,
  name: `Region ${code}`,
  point,
  cells: Array.from({ length: count }, (_, index) => ({ code: `${code}${index}`, name: `${code} ${index}` })),
});

const distance = (a: AreaShape, b: AreaShape): number =>
  Math.hypot(a.center[0] - b.center[0], a.center[1] - b.center[1]);

const spacing = (shapes: readonly AreaShape[]): number =>
  Math.min(...shapes.flatMap((a, index) => shapes.slice(index + 1).map((b) => distance(a, b))));

describe('layoutHexagons', () => {
  const groups = [
    group('n', [-1, 10.5], 18),
    group('w', [-2.4, 7], 33),
    group('c', [-1.2, 6.9], 47),
    group('s', [-0.1, 5.6], 34),
    group('e', [0.5, 7.2], 9),
  ];
  const layout = layoutHexagons(groups);
  const of = (code: string) => layout.shapes.filter((shape) => shape.code.startsWith(code));

  it('draws every area exactly once, inside the frame, without overlap', () => {
    expect(layout.shapes).toHaveLength(141);
    expect(new Set(layout.shapes.map((shape) => shape.code)).size).toBe(141);
    const size = (layout.shapes[0]?.box[2] ?? 0) - (layout.shapes[0]?.box[0] ?? 0);
    expect(spacing(layout.shapes)).toBeGreaterThan(size * 0.85);
    for (const { box } of layout.shapes) {
      expect(Math.min(box[0], box[1])).toBeGreaterThanOrEqual(0);
      expect(box[2]).toBeLessThanOrEqual(layout.width);
      expect(box[3]).toBeLessThanOrEqual(layout.height);
    }
  });

  it('keeps each group in one piece', () => {
    const step = spacing(layout.shapes) * 1.1;
    for (const { code } of groups) {
      const [first, ...rest] = of(code);
      const reached = [first as AreaShape];
      let waiting = rest;
      for (let at = 0; at < reached.length; at += 1) {
        const from = reached[at] as AreaShape;
        reached.push(...waiting.filter((shape) => distance(shape, from) < step));
        waiting = waiting.filter((shape) => distance(shape, from) >= step);
      }
      expect(waiting).toEqual([]);
    }
  });

  it('keeps north above south and west before east', () => {
    const middle = (code: string, axis: 0 | 1) =>
      of(code).reduce((sum, shape) => sum + shape.center[axis], 0) / of(code).length;
    expect(middle('n', 1)).toBeLessThan(middle('s', 1));
    expect(middle('w', 0)).toBeLessThan(middle('e', 0));
  });

  it('names the groups, is the same every time, and bears groups without a place and without cells', () => {
    expect(layout.groups.map(({ name }) => name).sort()).toEqual(groups.map(({ name }) => name).sort());
    expect(layoutHexagons(groups)).toEqual(layout);
    const placeless = layoutHexagons([group('a', null, 3), group('b', null, 0), group('c', null, 4)]);
    expect(placeless.shapes).toHaveLength(7);
    expect(layoutHexagons([]).shapes).toEqual([]);
  });
});

describe('layoutHexagons of single cells', () => {
  const regions = [
    group('n', [-1, 10.5], 1),
    group('w', [-2.4, 7], 1),
    group('c', [-1.2, 6.9], 1),
    group('s', [-0.1, 5.6], 1),
    group('e', [0.5, 7.2], 1),
  ];

  it('lays them close, each in its place, and writes their names inside and not above', () => {
    const layout = layoutHexagons(regions);
    expect(layout.groups).toEqual([]);
    expect(layout.shapes.every(({ label }) => label.length > 0)).toBe(true);
    const at = (code: string): readonly [number, number] =>
      layout.shapes.find((shape) => shape.code === `${code}0`)?.center ?? [0, 0];
    expect(at('n')[1]).toBeLessThan(at('s')[1]);
    expect(at('w')[0]).toBeLessThan(at('c')[0]);
    expect(at('c')[0]).toBeLessThan(at('e')[0]);
    const step = spacing(layout.shapes);
    for (const shape of layout.shapes) {
      const others = layout.shapes.filter((other) => other !== shape);
      expect(Math.min(...others.map((other) => distance(shape, other)))).toBeLessThan(step * 2);
    }
  });
});
