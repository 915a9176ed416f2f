import type { Result } from '@comitium/basics';
import { fetchArrivedSheets } from './fetch-arrived-sheets.ts';
import { openSession } from './open-session.ts';
import { type RestOfNight, restOfNight } from './rest-of-night.ts';
import { defaultRetryPolicy } from './retry-policy.ts';
import type { SendFailure } from './send-failure.ts';
import { type NightReport, type NightSimulation, simulateNight } from './simulate-night.ts';

export interface ResumedNight extends NightSimulation {
  /** Told, before anything is sent, what is left of the night. */
  readonly onRest?: (rest: Omit<RestOfNight, 'night'>) => void;
}

/** Plays what a running server does not have yet: `dataAdmin` asks it for its sheets first. */
export const resumeNight = async (resumed: ResumedNight): Promise<Result<NightReport, SendFailure>> => {
  const { url, nation, seed, dataAdmin, signal, clock, onRest } = resumed;
  const retry = { ...defaultRetryPolicy, ...resumed.retry };
  const desk = openSession(dataAdmin, { url, retry, signal, clock });
  const arrived = await fetchArrivedSheets(desk, nation.election.body.code);
  if (!arrived.ok) return arrived;
  const { night, ...counts } = await restOfNight(nation, arrived.value, { seed });
  onRest?.(counts);
  return simulateNight({ ...resumed, nation: { ...nation, night } });
};
