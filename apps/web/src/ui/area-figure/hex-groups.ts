import type { Area } from '@comitium/contract';
import type { MapView } from '../../data/results/map-view.ts';
import type { HexGroup } from './layout-hexagons.ts';

const cellOf = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, name });

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
