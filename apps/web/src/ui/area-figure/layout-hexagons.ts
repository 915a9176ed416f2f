import type { AreaLayout, AreaShape } from './area-layout.ts';
import { hexCenter, hexPath } from './hex-grid.ts';
import { cellType, nameInCell } from './name-in-cell.ts';
import { headingsOf } from './place-headings.ts';
import { placePatches } from './place-patches.ts';

export interface HexGroup {
  readonly code: string;
  /** Empty where the cells need no heading, as below a single parent. */
  readonly name: string;
  /** Longitude and latitude in degrees. */
  readonly point: readonly [number, number] | null;
  readonly cells: readonly { readonly code: string; readonly name: string }[];
}

const noBorders = { inner: '', parent: '', inset: '' } as const;
const empty = { shapes: [], borders: noBorders, groups: [], narrowGroups: [] };
/** A ring of half a cell around each patch, and room for its name above. */
const headed = { gap: 1.4, names: 1.6, onOneGrid: true } as const;
/** Cells that say their own names stand as close as on a map: just far enough that no two fall on one place. */
const plain = { gap: 0, names: 0, onOneGrid: true } as const;

/** A heading over a single cell would only say the cell's name again. */
const hasHeadings = (groups: readonly HexGroup[]): boolean =>
  groups.some(({ name, cells }) => name !== '' && cells.length > 1);

/** One equal cell for each area; groups stay together, about where they lie on the map, and carry their name. */
export const layoutHexagons = (groups: readonly HexGroup[]): AreaLayout => {
  const filled = groups.filter((group) => group.cells.length > 0);
  if (filled.length === 0) return { ...empty, width: 1000, height: 0 };
  const { width, height, scale, patches } = placePatches(
    filled.map(({ point, cells }) => ({ point, cells: cells.length })),
    hasHeadings(filled) ? headed : plain,
  );
  const middles = patches.map(({ hexes, place }) => hexes.map((hex) => place(hexCenter(hex))));
  const shapes = filled.flatMap(({ cells }, group) =>
    cells.map((cell, index): AreaShape => {
      const [x, y] = middles[group]?.[index] ?? [0, 0];
      const half = scale * 0.93;
      return {
        code: cell.code,
        name: cell.name,
        path: hexPath(x, y, half),
        center: [x, y],
        box: [x - half, y - half, x + half, y + half],
        label: nameInCell(cell.name, scale),
      };
    }),
  );
  const headings = hasHeadings(filled)
    ? filled.map(({ name }, index) => ({ name, cells: middles[index] ?? [] }))
    : [];
  return {
    ...{ width, height, shapes, borders: noBorders, type: cellType(scale) },
    ...headingsOf(headings, { width, height, radius: scale }),
  };
};
