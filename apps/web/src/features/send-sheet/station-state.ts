import type { Contest, Sheet } from '@comitium/contract';
import type { QueuedSheet } from './queue/queued-sheet.ts';

/** A polling station as `GET elections/{e}/my-stations` lists it. */
export interface MyStation {
  readonly station: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly path: readonly string[];
  };
  /** People on the register of the station. */
  readonly registered: number;
  readonly contests: readonly ContestPlace[];
}

export interface ContestPlace {
  readonly contest: Contest;
  readonly sheet: Sheet | null;
}

/** From what needs a person's hand most to what needs none. */
export const contestStates = [
  'conflict',
  'refused',
  'sign_in',
  'waiting',
  'not_sent',
  'rejected',
  'held',
  'sent',
] as const;
export type ContestState = (typeof contestStates)[number];

/** What became of one contest of one station, as this phone and the server know it. */
export const contestState = (
  place: ContestPlace,
  station: string,
  queue: readonly QueuedSheet[],
): ContestState => {
  const queued = queuedFor(queue, station, place.contest.code);
  if (queued !== null && queued.state.kind !== 'sent') return queued.state.kind;
  const sent = queued?.state.kind === 'sent' ? queued.state.receipt : null;
  const status = place.sheet?.status ?? sent?.status ?? null;
  if (status === null) return 'not_sent';
  return status === 'held' || status === 'rejected' ? status : 'sent';
};

export const queuedFor = (
  queue: readonly QueuedSheet[],
  station: string,
  contest: string,
): QueuedSheet | null =>
  queue
    .filter((sheet) => sheet.station.code === station && sheet.contest.code === contest)
    .toSorted((a, b) => Number(a.state.kind === 'sent') - Number(b.state.kind === 'sent'))
    .at(0) ?? null;

/** The state of the station is that of the contest which needs a hand most. */
export const stationState = (
  { station, contests }: MyStation,
  queue: readonly QueuedSheet[],
): ContestState => {
  const states = contests.map((place) => contestState(place, station.code, queue));
  return contestStates.find((state) => states.includes(state)) ?? 'not_sent';
};

/** The next contest of the station that still wants a sheet; null when all have one. */
export const nextContest = (
  { station, contests }: MyStation,
  queue: readonly QueuedSheet[],
): Contest | null =>
  contests.find((place) => ['not_sent', 'rejected'].includes(contestState(place, station.code, queue)))
    ?.contest ?? null;
