import type { Area } from '@comitium/contract';
import type { MapView } from '../../data/results/map-view.ts';
import type { HexGroup } from './layout-hexagons.ts';
import type { SeatDistrict } from './layout-seats.ts';

const cellOf = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, name });

/** The districts that fill several seats, each with its place; null where the areas are no such districts. */
export const seatDistricts = (
  view: Pick<MapView, 'children'>,
  places: readonly Area[],
): readonly SeatDistrict[] | null => {
  if (!view.children.some(({ seats }) => seats)) return null;
  const byCode = new Map(places.map((place) => [place.code, place]));
  return view.children.map(({ code, name, seats }) => ({
    ...{ code, name, seats: seats?.all ?? 1 },
    point: byCode.get(code)?.point ?? null,
  }));
};

/** How many cells the cartogram has: one for each seat, or for each area. */
export const cellsOf = ({ children }: Pick<MapView, 'children'>): number =>
  children.reduce((sum, { seats }) => sum + (seats?.all ?? 1), 0);

/**
 * The cells of a cartogram. Districts of the whole country stand together by region; regions themselves are groups of
 * one, each in its place; below a region there is one group without a heading.
 */
export const hexGroups = (view: Pick<MapView, 'children'>, regions: readonly Area[]): HexGroup[] => {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const parents = new Set(view.children.map((child) => child.parent ?? ''));
  if (parents.size > 1) {
    return [...parents].sort().map((parent) => ({
      code: parent,
      name: byCode.get(parent)?.name ?? parent,
      point: byCode.get(parent)?.point ?? null,
      cells: view.children.filter((child) => (child.parent ?? '') === parent).map(cellOf),
    }));
  }
  if (view.children.length > 0 && view.children.every((child) => byCode.get(child.code)?.point)) {
    return view.children.map((child) => ({
      code: child.code,
      name: child.name,
      point: byCode.get(child.code)?.point ?? null,
      cells: [cellOf(child)],
    }));
  }
  return [{ code: '', name: '', point: null, cells: view.children.map(cellOf) }];
};
