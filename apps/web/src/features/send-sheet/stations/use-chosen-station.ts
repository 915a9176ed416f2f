import { useQuery } from '@tanstack/react-query';
import type { MyStation } from '../station-state.ts';
import { loadStations, type StationList } from './load-stations.ts';

interface Choice {
  readonly list: StationList | null;
  /** The code of the station in the address. */
  readonly station: string | undefined;
}

/** The chosen station: from the list, or from the server where the list is too long to be held whole. */
export const useChosenStation = (election: string, { list, station }: Choice): MyStation | undefined => {
  const listed = list?.stations.find((each) => each.station.code === station);
  const wanted = station !== undefined && listed === undefined && list?.more === true;
  const found = useQuery({
    queryKey: ['send-sheet', 'station', election, station],
    queryFn: ({ signal }) => loadStations(election, { q: station ?? '', signal }),
    enabled: wanted,
  });
  return listed ?? found.data?.stations.find((each) => each.station.code === station);
};
