import type { AreaLayout, AreaShape } from './area-layout.ts';
import { type Hex, hexCenter, hexPath, nearestHexes } from './hex-grid.ts';
import { placeHeadings } from './place-headings.ts';
import { type Disc, spreadDiscs } from './spread-discs.ts';

export interface HexGroup {
  readonly code: string;
  /** Empty where the cells need no heading, as below a single parent. */
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly point: readonly [number, number] | null;
  readonly cells: readonly { readonly code: string; readonly name: string }[];
}

const width = 1000;
const noBorders = { inner: '', parent: '', inset: '' } as const;
/** A ring of half a cell around each patch, and room for its name above. */
const gap = 1.3;
const labelRoom = 1.4;
/** How much of the frame the hexagons themselves fill before the patches are pushed apart. */
const density = 0.62;

const patchRadius = (cells: number): number => Math.sqrt((cells * 1.5 * Math.sqrt(3)) / Math.PI) + gap;

/** Where each group would stand on a map, on a plane with as much room as all the cells need. */
const startDiscs = (groups: readonly HexGroup[]): Disc[] => {
  const columns = Math.ceil(Math.sqrt(groups.length));
  const points = groups.map((group, index) => {
    // Without a place on earth: in rows, in the order given.
    if (!group.point) return { x: index % columns, y: Math.floor(index / columns) };
    const [longitude, latitude] = group.point;
    return { x: longitude * Math.cos((latitude * Math.PI) / 180), y: -latitude };
  });
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const spanX = Math.max(...xs) - Math.min(...xs) || 1;
  const spanY = Math.max(...ys) - Math.min(...ys) || 1;
  const area = groups.reduce((sum, group) => sum + patchRadius(group.cells.length) ** 2 * 4, 0);
  const scale = Math.sqrt((area * density) / (spanX * spanY));
  return points.map(({ x, y }, index) => ({
    x: (x - Math.min(...xs)) * scale,
    y: (y - Math.min(...ys)) * scale,
    radius: patchRadius(groups[index]?.cells.length ?? 0),
  }));
};

const inReadingOrder = (cells: readonly Hex[]): Hex[] => [...cells].sort((a, b) => a.r - b.r || a.q - b.q);

interface Patch {
  readonly group: HexGroup;
  readonly cells: readonly (readonly [number, number])[];
}

const toPatch = (group: HexGroup, disc: Disc): Patch => ({
  group,
  cells: inReadingOrder(nearestHexes(disc.x, disc.y, group.cells.length)).map(hexCenter),
});

const frame = (patches: readonly Patch[]) => {
  const all = patches.flatMap((patch) => patch.cells);
  const left = Math.min(...all.map(([x]) => x)) - 1.2;
  const right = Math.max(...all.map(([x]) => x)) + 1.2;
  const named = patches.some(({ group }) => group.name !== '');
  const top = Math.min(...all.map(([, y]) => y)) - 1.2 - (named ? labelRoom : 0);
  const bottom = Math.max(...all.map(([, y]) => y)) + 1.2;
  const scale = Math.min(width / (right - left), width / 6);
  return {
    left: left - (width / scale - (right - left)) / 2,
    top,
    scale,
    height: Math.ceil((bottom - top) * scale),
  };
};

/** One equal cell for each area; groups stay together, about where they lie on the map, and carry their name. */
export const layoutHexagons = (groups: readonly HexGroup[]): AreaLayout => {
  const filled = groups.filter((group) => group.cells.length > 0);
  if (filled.length === 0) return { width, height: 0, shapes: [], borders: noBorders, groups: [] };
  const discs = spreadDiscs(startDiscs(filled));
  const patches = filled.map((group, index) => toPatch(group, discs[index] as Disc));
  const { left, top, scale, height } = frame(patches);
  const place = ([x, y]: readonly [number, number]) => [(x - left) * scale, (y - top) * scale] as const;
  const shapes = patches.flatMap(({ group, cells }) =>
    group.cells.map((cell, index): AreaShape => {
      const [x, y] = place(cells[index] as readonly [number, number]);
      const half = scale * 0.93;
      return {
        code: cell.code,
        name: cell.name,
        path: hexPath(x, y, half),
        center: [x, y],
        box: [x - half, y - half, x + half, y + half],
        label: scale > 48 && cell.name.length * 13 < scale * 1.66,
      };
    }),
  );
  const headed = patches.map(({ group, cells }) => ({ name: group.name, cells: cells.map(place) }));
  return {
    width,
    height,
    shapes,
    borders: noBorders,
    groups: placeHeadings(headed, scale, width),
  };
};
