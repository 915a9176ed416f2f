import type { Election, Race } from '@comitium/contract';
import type { MapPlace } from './map-topic.ts';

export interface PlaceSearch {
  readonly race?: string | undefined;
  readonly area?: string | undefined;
  readonly level?: string | undefined;
  readonly view?: string | undefined;
}

/** Whether the register has shapes of a level. */
export type HasShapes = (level: string | null | undefined) => boolean;

export interface Place extends MapPlace {
  readonly hasShapes: HasShapes;
}

/** More cells than this are a texture, not a picture. */
export const mostCells = 700;

/**
 * The level whose areas are cells of the whole country's cartogram, where that is not simply the next level down: the
 * race's own districts; of a race that is one contest, where no map can be drawn, the districts of another race.
 */
export const cellLevel = (election: Election, race: Race, hasShapes: HasShapes): string | null => {
  if (race.districtLevel > 1) return election.levels[race.districtLevel] ?? null;
  if (race.districtLevel === 1 || hasShapes(election.levels[1])) return null;
  const districted = election.races.find(
    ({ districtLevel, contests }) => districtLevel > 1 && contests <= mostCells,
  );
  return election.levels[districted?.districtLevel ?? -1] ?? null;
};

/**
 * What an address asks for: the race (the first without one), the area, and whether the country is to be shown district
 * by district, as hexagons or as a map. Where there is no map it is, unless the address says `view=regions`. Null
 * without any race.
 */
export const placeOf = (election: Election, search: PlaceSearch, hasShapes: HasShapes): Place | null => {
  const race = election.races.find(({ code }) => code === search.race) ?? election.races[0];
  if (!race) return null;
  const area =
    search.area && search.level && search.level !== election.levels[0] && search.level !== 'national'
      ? { level: search.level, code: search.area }
      : null;
  const districts = cellLevel(election, race, hasShapes);
  const asMap = search.view === 'districts' && hasShapes(districts);
  const mapless = !hasShapes(election.levels[1]) && search.view !== 'regions';
  const byDistrict = asMap || search.view === 'hex' || mapless;
  const cells = area === null && byDistrict ? districts : null;
  return { election: election.code, race: race.code, hasShapes, area, cells };
};
