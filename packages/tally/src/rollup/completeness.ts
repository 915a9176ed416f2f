import { percent } from './percent.ts';
import { share } from './share.ts';

export interface Reporting {
  readonly stationsReported: number;
  readonly stations: number;
  /** People on the register of the stations that reported, and of all. */
  readonly registeredReported: number;
  readonly registered: number;
}

export interface Completeness extends Reporting {
  /** Stations reported per station, 0 to 1, and in per cent to one decimal. */
  readonly share: number;
  readonly percent: number;
  /** Every station is in. A place without stations is not complete: nothing was counted there. */
  readonly complete: boolean;
  /** People registered where nothing has been reported yet; never below 0. */
  readonly outstanding: number;
}

/** How much of a place is in. Per cent never reads 100.0 before the last station, nor 0.0 after the first. */
export const completeness = (reporting: Reporting): Completeness => {
  const { stationsReported, stations, registeredReported, registered } = reporting;
  const complete = stations > 0 && stationsReported >= stations;
  return {
    ...reporting,
    share: share(stationsReported, stations),
    percent: honestPercent(stationsReported, stations, complete),
    complete,
    outstanding: complete ? 0 : Math.max(0, registered - registeredReported),
  };
};

const honestPercent = (reported: number, stations: number, complete: boolean): number => {
  const rounded = percent(reported, stations);
  if (complete || reported === 0) return rounded;
  return Math.min(99.9, Math.max(0.1, rounded));
};
