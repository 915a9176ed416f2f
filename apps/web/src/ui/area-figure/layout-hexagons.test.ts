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

describe('layoutHexagons of the constituencies of Ghana', () => {
  const layout = layoutHexagons([
    { ...group('AA', [0, 5.8], 34), name: 'Greater Accra' },
    { ...group('AF', [-2.5, 6.9], 6), name: 'Ahafo' },
    { ...group('AH', [-1.5, 6.8], 47), name: 'Ashanti' },
    { ...group('BE', [-1.1, 7.9], 11), name: 'Bono East' },
    { ...group('BO', [-2.5, 7.7], 12), name: 'Bono' },
    { ...group('CP', [-1.2, 5.6], 23), name: 'Central' },
    { ...group('EP', [-0.5, 6.4], 33), name: 'Eastern' },
    { ...group('NE', [-0.6, 10.3], 6), name: 'North East' },
    { ...group('NP', [-0.3, 9.4], 18), name: 'Northern' },
    { ...group('OT', [0.3, 8], 9), name: 'Oti' },
    { ...group('SV', [-1.5, 9], 7), name: 'Savannah' },
    { ...group('TV', [0.5, 6.4], 18), name: 'Volta' },
    { ...group('UE', [-0.8, 10.8], 15), name: 'Upper East' },
    { ...group('UW', [-2.2, 10.4], 11), name: 'Upper West' },
    { ...group('WN', [-2.8, 6.2], 9), name: 'Western North' },
    { ...group('WP', [-2.1, 5.4], 17), name: 'Western' },
  ]);

  it('names every region, also in type that a phone can show', () => {
    expect(layout.groups).toHaveLength(16);
    expect(layout.narrowGroups).toHaveLength(16);
    // A phone of 360 pixels leaves a figure about 290 of them.
    for (const { type } of layout.narrowGroups) expect((type * 290) / layout.width).toBeGreaterThan(11);
  });

  it('lets no name of either size stand on a cell, on another name or outside', () => {
    const boxOf = ({ lines, type, x, y }: (typeof layout.groups)[number]) => {
      const wide = Math.max(...lines.map(({ length }) => length)) * type * 0.5;
      const high = lines.length * type;
      return [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2] as const;
    };
    const cells = layout.shapes.map(({ box }) => box);
    for (const names of [layout.groups, layout.narrowGroups]) {
      const boxes = names.map(boxOf);
      for (const [left, top, right, bottom] of boxes) {
        const met = [...boxes, ...cells].filter(
          (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top,
        );
        expect(met).toEqual([[left, top, right, bottom]]);
        expect([left >= 0, right <= layout.width, bottom <= layout.height]).not.toContain(false);
      }
    }
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
