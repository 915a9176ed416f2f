import type { BatchLine } from '@comitium/contract';
import { stationCode } from './area-codes.ts';
import { blankChoice, congress } from './build-ballots.ts';
import type { SpainParty } from './list-parties.ts';
import type { SpainStations } from './read-stations.ts';
import type { SpainVotes } from './read-votes.ts';

export interface SheetSources {
  readonly stations: SpainStations;
  readonly votes: SpainVotes;
  readonly partyOf: ReadonlyMap<string, SpainParty>;
  /** Code of the election: keys begin with it. */
  readonly election: string;
}

/** The sheet of the station at a place of the register, as a fresh object. */
export const sheetOf = ({ stations, votes, partyOf, election }: SheetSources, place: number): BatchLine => {
  const id = stations.ids[place]!;
  const station = stationCode(id);
  const counts = votes.of(place);
  const figures: Record<string, number> = {};
  for (const [list, candidacy] of votes.standing.get(id.slice(3, 5))!.entries())
    figures[partyOf.get(candidacy)!.code] = counts[list]!;
  figures[blankChoice] = stations.blank[place]!;
  const rejected = stations.invalid[place]!;
  return {
    key: `${election}:${station}`,
    station,
    contest: congress,
    votes: figures,
    rejected,
    cast: stations.forLists[place]! + stations.blank[place]! + rejected,
    registered: stations.registered[place]!,
    source: 'import',
  };
};

/** All sheets in the order of the register, one at a time. */
export function* listSheets(sources: SheetSources): Generator<BatchLine> {
  for (let place = 0; place < sources.stations.size; place += 1) yield sheetOf(sources, place);
}
