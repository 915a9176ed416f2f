import type { Area, Election } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { areasOfLevelQuery, boundariesQuery, registerQuery } from '../../data/queries.ts';
import type { MapView } from '../../data/results/map-view.ts';
import type { AreaLayout } from './area-layout.ts';
import { hexGroups } from './hex-groups.ts';
import { type HexGroup, layoutHexagons } from './layout-hexagons.ts';
import { type Boundaries, layoutMap, middlesOf } from './layout-map.ts';

export type FigureKind = 'map' | 'hex' | 'none';

/** More cells than this are a texture, not a picture. */
const mostCells = 700;

export const figureKind = (view: MapView, election: Election, asked: string | undefined): FigureKind => {
  if (!view.childLevel || view.childLevel === election.levels.at(-1)) return 'none';
  if (view.boundaries && asked !== 'hex') return 'map';
  return view.children.length <= mostCells ? 'hex' : 'none';
};

const isWhole = (view: MapView): boolean => view.scope.level === 'national';

const useMapLayout = (view: MapView, wanted: boolean): AreaLayout | null => {
  const address = wanted ? (view.boundaries ?? '') : '';
  const file = useQuery({ ...boundariesQuery(address), enabled: address !== '' });
  const parent = isWhole(view) ? null : view.scope.code;
  return useMemo(
    () => (file.data && wanted ? layoutMap(file.data as Boundaries, parent) : null),
    [file.data, wanted, parent],
  );
};

/** The areas of the first level; where the register gives no point, the middle of the shape stands for it. */
const usePlacedRegions = (election: Election, wanted: boolean): readonly Area[] | null => {
  const regions = useQuery({ ...areasOfLevelQuery(election.register, 1), enabled: wanted });
  const register = useQuery({ ...registerQuery(election.register), enabled: wanted });
  const placeless = regions.data?.some(({ point }) => point === null) ?? false;
  const address = (placeless && register.data?.boundaries[election.levels[1] ?? '']) || '';
  const file = useQuery({ ...boundariesQuery(address), enabled: wanted && address !== '' });
  const waiting = wanted && (regions.isPending || register.isPending || (address !== '' && file.isPending));
  return useMemo(() => {
    if (waiting || !wanted) return null;
    const middles = file.data ? middlesOf(file.data as Boundaries) : new Map<string, [number, number]>();
    return (regions.data ?? []).map((area) => ({
      ...area,
      point: area.point ?? middles.get(area.code) ?? null,
    }));
  }, [waiting, wanted, file.data, regions.data]);
};

const useHexLayout = (view: MapView, election: Election, wanted: boolean): AreaLayout | null => {
  const regions = usePlacedRegions(election, wanted);
  // Votes change many times a minute, the areas never: the layout hangs on their codes alone.
  const codes = JSON.stringify(hexGroups(view, regions ?? []));
  const ready = wanted && regions !== null;
  return useMemo(() => (ready ? layoutHexagons(JSON.parse(codes) as HexGroup[]) : null), [ready, codes]);
};

/** Where the areas lie, as a map or as hexagons; null while the shapes are on their way. */
export const useFigureLayout = (view: MapView, election: Election, kind: FigureKind): AreaLayout | null => {
  const map = useMapLayout(view, kind === 'map');
  const hex = useHexLayout(view, election, kind === 'hex');
  return kind === 'map' ? map : hex;
};
