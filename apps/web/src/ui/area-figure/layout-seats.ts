import type { AreaLayout, AreaShape } from './area-layout.ts';
import { hexCenter, hexPath, patchOutline } from './hex-grid.ts';
import { headingsOf } from './place-headings.ts';
import { type Patch, placePatches } from './place-patches.ts';
import type { PlanePoint } from './points-on-plane.ts';

export interface SeatDistrict {
  readonly code: string;
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly point: readonly [number, number] | null;
  readonly seats: number;
}

/** Districts stand close, as on a map, and never touch. */
const room = { gap: 0.2, names: 1.8, onOneGrid: false } as const;

const toShape = (
  { code, name }: SeatDistrict,
  { hexes, place }: Patch,
  scale: number,
): AreaShape & { middles: readonly PlanePoint[]; seats: NonNullable<AreaShape['seats']> } => {
  const middles = hexes.map((hex) => place(hexCenter(hex)));
  const xs = middles.map(([x]) => x);
  const ys = middles.map(([, y]) => y);
  const cells = middles.map(([x, y]) => hexPath(x, y, scale));
  const box = [
    Math.min(...xs) - scale,
    Math.min(...ys) - scale,
    Math.max(...xs) + scale,
    Math.max(...ys) + scale,
  ] as const;
  return {
    code,
    name,
    path: cells.join(''),
    center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2],
    box,
    label: [],
    seats: { cells, outline: patchOutline(hexes, place, scale) },
    middles,
  };
};

/** One equal cell for each seat; the seats of a district stand together, about where it lies, under its name. */
export const layoutSeats = (districts: readonly SeatDistrict[]): AreaLayout => {
  const { width, height, scale, patches } = placePatches(
    districts.map(({ point, seats }) => ({ point, cells: seats })),
    room,
  );
  const shapes = patches.flatMap((patch, index) => {
    const district = districts[index];
    return district ? [toShape(district, patch, scale)] : [];
  });
  const headed = shapes.map(({ name, middles }) => ({ name, cells: middles }));
  return {
    width,
    height,
    shapes,
    borders: { inner: '', parent: shapes.map(({ seats }) => seats.outline).join(''), inset: '' },
    ...headingsOf(headed, { width, height, radius: scale }),
  };
};
