import { type Hex, hexAt, hexCenter, nearestHexes } from './hex-grid.ts';
import type { PlanePoint } from './points-on-plane.ts';

/** How many cells around its point an area may be pushed over. */
const within = 91;

interface Claim {
  readonly area: number;
  readonly hex: Hex;
  readonly distance: number;
}

const keyOf = ({ q, r }: Hex): string => `${q} ${r}`;

/**
 * A cell of one grid for each point, no cell twice: whoever lies nearest to a cell has it, the others the nearest that
 * is left. The points lie about as close as the cells; the order of equal claims is that of the points.
 */
export const settleCells = (points: readonly PlanePoint[]): Hex[] => {
  const claims = points.flatMap(([x, y], area) =>
    nearestHexes(x, y, Math.max(within, points.length)).map((hex): Claim => {
      const [cx, cy] = hexCenter(hex);
      return { area, hex, distance: Math.hypot(cx - x, cy - y) };
    }),
  );
  claims.sort((a, b) => a.distance - b.distance || a.area - b.area);
  const settled = new Map<number, Hex>();
  const taken = new Set<string>();
  for (const { area, hex } of claims) {
    if (settled.has(area) || taken.has(keyOf(hex))) continue;
    settled.set(area, hex);
    taken.add(keyOf(hex));
  }
  return points.map(([x, y], area) => settled.get(area) ?? hexAt(x, y));
};
