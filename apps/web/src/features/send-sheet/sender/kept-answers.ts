// What the sending pages are made of; kept on this device under these names, so that they open without signal.
import type { Election, PageOf } from '@comitium/contract';
import { fetchWhole } from '../../../data/fetch-whole.ts';
import { fetchBody } from '../../../data/send-request.ts';
import { loadStations, type StationList } from '../stations/load-stations.ts';

export interface KeptAnswer<T> {
  /** Within what one person may see. */
  readonly name: string;
  readonly load: (signal: AbortSignal) => Promise<T>;
}

/** One person's answers are not shown to another. */
export const nameFor = (personId: string, { name }: Pick<KeptAnswer<unknown>, 'name'>): string =>
  `${personId} ${name}`;

export const keptElections: KeptAnswer<PageOf<Election>> = {
  name: 'elections',
  load: (signal) => fetchWhole('elections', { signal }),
};

export const keptElection = (code: string): KeptAnswer<Election> => ({
  name: `election ${code}`,
  load: (signal) => fetchBody(`elections/${encodeURIComponent(code)}`, { signal }),
});

export const keptStations = (code: string): KeptAnswer<StationList> => ({
  name: `stations ${code}`,
  load: (signal) => loadStations(code, { signal }),
});
