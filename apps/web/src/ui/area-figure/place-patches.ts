import type { Hex } from './hex-grid.ts';
import { hexCenter, nearestHexes } from './hex-grid.ts';
import { type PlanePoint, pointsOnPlane } from './points-on-plane.ts';
import { settleCells } from './settle-cells.ts';
import { gatherDiscs, spreadDiscs } from './spread-discs.ts';

export interface PatchAsked {
  /** Longitude and latitude in degrees. */
  readonly point: readonly [number, number] | null;
  readonly cells: number;
}

export interface PatchRoom {
  /** Half of what is left between two patches, in radii of a cell. */
  readonly gap: number;
  /** What is left above the first row and below the last for names, in radii of a cell. */
  readonly names: number;
  /** Whether all cells lie on one grid; otherwise each patch lies where it falls, and never touches another. */
  readonly onOneGrid: boolean;
}

export interface Patch {
  /** In reading order. */
  readonly hexes: readonly Hex[];
  /** From the middle of a cell on its grid to its place in the frame. */
  readonly place: (middle: PlanePoint) => PlanePoint;
}

export interface PlacedPatches {
  readonly width: number;
  readonly height: number;
  /** The radius of a cell in the frame. */
  readonly scale: number;
  readonly patches: readonly Patch[];
}

const width = 1000;
/** A few groups start close and are pushed apart; many districts start wide and are drawn together. */
const tight = 0.62;
const wide = 2;

const inReadingOrder = (cells: readonly Hex[]): Hex[] => [...cells].sort((a, b) => a.r - b.r || a.q - b.q);

/** A patch by itself, around the origin: its cells, its middle, and how far its outermost corner lies from there. */
const patchOf = (cells: number) => {
  const hexes = inReadingOrder(nearestHexes(0, 0, cells));
  const centers = hexes.map(hexCenter);
  const x = centers.reduce((sum, center) => sum + center[0], 0) / cells;
  const y = centers.reduce((sum, center) => sum + center[1], 0) / cells;
  const reach = 1 + Math.max(...centers.map((center) => Math.hypot(center[0] - x, center[1] - y)));
  return { hexes, middle: [x, y] as const, reach };
};

const roundRadius = (cells: number): number => Math.sqrt((cells * 1.5 * Math.sqrt(3)) / Math.PI);

interface Moved {
  readonly hexes: readonly Hex[];
  readonly shift: PlanePoint;
}

/** Single cells stand as close as areas do on a map. */
const close = 0.65;

const moveCells = (asked: readonly PatchAsked[]): Moved[] =>
  settleCells(
    pointsOnPlane(
      asked,
      asked.map(() => 1),
      close,
    ),
  ).map((hex) => ({ hexes: [hex], shift: [0, 0] }));

const moveAll = (asked: readonly PatchAsked[], { gap, onOneGrid }: PatchRoom): Moved[] => {
  const own = asked.map(({ cells }) => patchOf(cells));
  const radii = asked.map(
    ({ cells }, index) => (onOneGrid ? roundRadius(cells) : (own[index]?.reach ?? 1)) + gap,
  );
  const start = pointsOnPlane(asked, radii, onOneGrid ? tight : wide);
  const discs = (onOneGrid ? spreadDiscs : gatherDiscs)(
    start.map(([x, y], index) => ({ x, y, radius: radii[index] ?? 1 })),
  );
  return discs.map(({ x, y }, index) => {
    const patch = own[index];
    if (onOneGrid || !patch) {
      return { hexes: inReadingOrder(nearestHexes(x, y, asked[index]?.cells ?? 0)), shift: [0, 0] };
    }
    return { hexes: patch.hexes, shift: [x - patch.middle[0], y - patch.middle[1]] };
  });
};

/** Patches of equal cells about where they lie on the map, in a frame 1000 wide. */
export const placePatches = (asked: readonly PatchAsked[], room: PatchRoom): PlacedPatches => {
  const moved = asked.every(({ cells }) => cells === 1) ? moveCells(asked) : moveAll(asked, room);
  const all = moved.flatMap(({ hexes, shift }) =>
    hexes.map(hexCenter).map(([x, y]): PlanePoint => [x + shift[0], y + shift[1]]),
  );
  const left = Math.min(...all.map(([x]) => x)) - 1.2;
  const right = Math.max(...all.map(([x]) => x)) + 1.2;
  const top = Math.min(...all.map(([, y]) => y)) - 1.2 - room.names;
  const bottom = Math.max(...all.map(([, y]) => y)) + 1.2 + room.names / 2;
  const scale = Math.min(width / (right - left), width / 6);
  const start = left - (width / scale - (right - left)) / 2;
  return {
    width,
    height: Math.ceil((bottom - top) * scale),
    scale,
    patches: moved.map(({ hexes, shift }) => ({
      hexes,
      place: ([x, y]) => [(x + shift[0] - start) * scale, (y + shift[1] - top) * scale],
    })),
  };
};
