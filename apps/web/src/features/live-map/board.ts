import type { Election } from '@comitium/contract';
import type { MapView } from '../../data/results/map-view.ts';
import type { PlaceSearch } from '../../data/results/place.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import type { Pointing } from '../../ui/pointing/create-pointing.ts';

export interface MapSearch extends PlaceSearch {
  readonly compare?: string | undefined;
  readonly sort?: string | undefined;
  readonly list?: string | undefined;
}

/** What every panel of the board is given. */
export interface Board {
  readonly election: Election;
  readonly view: MapView;
  readonly partyOf: PartyOf;
  readonly search: MapSearch;
  /** Whether the election before is shown beside this one. */
  readonly compare: boolean;
  /** Changes the address, and with it what is shown. */
  readonly go: (change: MapSearch) => void;
  readonly pointing: Pointing;
}

/** The address of an area, keeping race and view. */
export const areaSearch = (search: MapSearch, area: { code: string; level: string } | null): MapSearch => ({
  ...search,
  area: area?.code,
  level: area?.level,
});
