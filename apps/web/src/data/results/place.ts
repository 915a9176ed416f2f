import type { Election, Race } from '@comitium/contract';
import type { MapPlace } from './map-topic.ts';

export interface PlaceSearch {
  readonly race?: string | undefined;
  readonly area?: string | undefined;
  readonly level?: string | undefined;
  readonly view?: string | undefined;
}

export interface Place extends MapPlace {
  /** Whether the first level of the register has shapes, so that the whole country can be drawn as a map. */
  readonly hasShapes: boolean;
}

/** The level whose areas are cells of the whole country's cartogram, where that is not simply the next level down. */
const cellLevel = (election: Election, race: Race): string | null =>
  race.districtLevel > 1 ? (election.levels[race.districtLevel] ?? null) : null;

/**
 * What an address asks for: the race (the first without one), the area, and whether the country is to be shown as one
 * hexagon for each district.  Null without any race.
 */
export const placeOf = (election: Election, search: PlaceSearch, hasShapes: boolean): Place | null => {
  const race = election.races.find(({ code }) => code === search.race) ?? election.races[0];
  if (!race) return null;
  const area =
    search.area && search.level && search.level !== election.levels[0] && search.level !== 'national'
      ? { level: search.level, code: search.area }
      : null;
  const asHexagons = search.view === 'hex' || !hasShapes;
  const cells = area === null && asHexagons ? cellLevel(election, race) : null;
  return { election: election.code, race: race.code, hasShapes, area, cells };
};
