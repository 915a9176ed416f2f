/** Pointy-topped hexagons of radius 1 in axial coordinates; the middle of (0, 0) is the origin. */
export interface Hex {
  readonly q: number;
  readonly r: number;
}

export const hexCenter = ({ q, r }: Hex): readonly [number, number] => [Math.sqrt(3) * (q + r / 2), 1.5 * r];

/** The cell that a point lies in: round the cube coordinates, mend the one that was off most. */
export const hexAt = (x: number, y: number): Hex => {
  const r = y / 1.5;
  const q = x / Math.sqrt(3) - r / 2;
  const rounded = { q: Math.round(q), r: Math.round(r), s: Math.round(-q - r) };
  const off = {
    q: Math.abs(rounded.q - q),
    r: Math.abs(rounded.r - r),
    s: Math.abs(rounded.s + q + r),
  };
  if (off.q > off.r && off.q > off.s) return { q: -rounded.r - rounded.s, r: rounded.r };
  if (off.r > off.s) return { q: rounded.q, r: -rounded.q - rounded.s };
  return { q: rounded.q, r: rounded.r };
};

/** The `count` cells nearest to a point, nearest first: a compact patch without holes. */
export const nearestHexes = (x: number, y: number, count: number): Hex[] => {
  const middle = hexAt(x, y);
  const reach = Math.ceil(Math.sqrt(count)) + 1;
  const found: { hex: Hex; distance: number }[] = [];
  for (let q = -reach; q <= reach; q += 1) {
    for (let r = Math.max(-reach, -q - reach); r <= Math.min(reach, -q + reach); r += 1) {
      const hex = { q: middle.q + q, r: middle.r + r };
      const [cx, cy] = hexCenter(hex);
      found.push({ hex, distance: Math.hypot(cx - x, cy - y) });
    }
  }
  found.sort((a, b) => a.distance - b.distance || a.hex.r - b.hex.r || a.hex.q - b.hex.q);
  return found.slice(0, count).map(({ hex }) => hex);
};

const cornerOf = (x: number, y: number, radius: number, corner: number): string => {
  const angle = (Math.PI / 3) * corner - Math.PI / 2;
  return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
};

/** In the order of the sides, from the upper right clockwise. */
const neighbours = [
  { q: 1, r: -1 },
  { q: 1, r: 0 },
  { q: 0, r: 1 },
  { q: -1, r: 1 },
  { q: -1, r: 0 },
  { q: 0, r: -1 },
] as const;

/** The line around a patch of cells: the sides that no two of them share. `place` puts a middle into the frame. */
export const patchOutline = (
  cells: readonly Hex[],
  place: (middle: readonly [number, number]) => readonly [number, number],
  radius: number,
): string => {
  const taken = new Set(cells.map(({ q, r }) => `${q} ${r}`));
  return cells
    .flatMap((hex) => {
      const [x, y] = place(hexCenter(hex));
      return neighbours.map((side, corner) =>
        taken.has(`${hex.q + side.q} ${hex.r + side.r}`)
          ? ''
          : `M${cornerOf(x, y, radius, corner)}L${cornerOf(x, y, radius, corner + 1)}`,
      );
    })
    .join('');
};

export const hexPath = (x: number, y: number, radius: number): string => {
  const corners = Array.from({ length: 6 }, (_, corner) => cornerOf(x, y, radius, corner));
  return `M${corners.join('L')}Z`;
};
