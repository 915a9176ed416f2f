import type { Area, Election } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { areasOfLevelQuery, boundariesQuery, registerQuery } from '../../data/queries.ts';
import type { MapView } from '../../data/results/map-view.ts';
import { mostCells } from '../../data/results/place.ts';
import type { AreaLayout } from './area-layout.ts';
import { cellsOf, hexGroups, seatDistricts } from './hex-groups.ts';
import { type HexGroup, layoutHexagons } from './layout-hexagons.ts';
import { type Boundaries, layoutMap, middlesOf } from './layout-map.ts';
import { layoutSeats, type SeatDistrict } from './layout-seats.ts';

export type FigureKind = 'map' | 'hex' | 'none';

export const figureKind = (view: MapView, election: Election, asked: string | undefined): FigureKind => {
  if (!view.childLevel || view.childLevel === election.levels.at(-1)) return 'none';
  if (view.boundaries && asked !== 'hex') return 'map';
  return cellsOf(view) <= mostCells ? 'hex' : 'none';
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

/** The areas of a level; where the register gives no point, the middle of the shape stands for it. */
const usePlacedAreas = (election: Election, level: number, wanted: boolean): readonly Area[] | null => {
  const regions = useQuery({ ...areasOfLevelQuery(election.register, level), enabled: wanted });
  const register = useQuery({ ...registerQuery(election.register), enabled: wanted });
  const placeless = regions.data?.some(({ point }) => point === null) ?? false;
  const address = (placeless && register.data?.boundaries[election.levels[level] ?? '']) || '';
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
  const bySeat = view.children.some(({ seats }) => seats);
  const level = bySeat ? election.levels.indexOf(view.childLevel ?? '') : 1;
  const places = usePlacedAreas(election, level, wanted);
  // Votes change many times a minute, the areas never: the layout hangs on their codes alone.
  const ready = wanted && places !== null;
  const codes = ready ? JSON.stringify(seatDistricts(view, places) ?? hexGroups(view, places)) : '';
  return useMemo(() => {
    if (codes === '') return null;
    const cells: unknown = JSON.parse(codes);
    return bySeat ? layoutSeats(cells as SeatDistrict[]) : layoutHexagons(cells as HexGroup[]);
  }, [codes, bySeat]);
};

/** Where the areas lie, as a map or as hexagons; null while the shapes are on their way. */
export const useFigureLayout = (view: MapView, election: Election, kind: FigureKind): AreaLayout | null => {
  const map = useMapLayout(view, kind === 'map');
  const hex = useHexLayout(view, election, kind === 'hex');
  return kind === 'map' ? map : hex;
};
