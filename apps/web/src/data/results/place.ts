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

/** The level whose areas are cells of the whole country's cartogram, where that is not simply the next level down. */
export const cellLevel = (election: Election, race: Race): string | null =>
  race.districtLevel > 1 ? (election.levels[race.districtLevel] ?? null) : null;

/**
 * What an address asks for: the race (the first without one), the area, and whether the country is to be shown district
 * by district, as hexagons or as a map. Null without any race.
 */
export const placeOf = (election: Election, search: PlaceSearch, hasShapes: HasShapes): Place | null => {
  const race = election.races.find(({ code }) => code === search.race) ?? election.races[0];
  if (!race) return null;
  const area =
    search.area && search.level && search.level !== election.levels[0] && search.level !== 'national'
      ? { level: search.level, code: search.area }
      : null;
  const districts = cellLevel(election, race);
  const asMap = search.view === 'districts' && hasShapes(districts);
  const byDistrict = asMap || search.view === 'hex' || !hasShapes(election.levels[1]);
  const cells = area === null && byDistrict ? districts : null;
  return { election: election.code, race: race.code, hasShapes, area, cells };
};
