import type { AreaShape } from './area-layout.ts';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const vectors: Record<Direction, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export const isDirection = (key: string): key is Direction => key in vectors;

/** The area an arrow key leads to: near, and more ahead than aside. Null at the edge. */
export const nextArea = (
  shapes: readonly AreaShape[],
  from: AreaShape,
  direction: Direction,
): AreaShape | null => {
  const [ux, uy] = vectors[direction];
  let best: AreaShape | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const dx = shape.center[0] - from.center[0];
    const dy = shape.center[1] - from.center[1];
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    if (shape.code === from.code || ahead <= 0) continue;
    const cost = ahead + 2 * aside;
    if (cost < lowest) {
      lowest = cost;
      best = shape;
    }
  }
  return best;
};
