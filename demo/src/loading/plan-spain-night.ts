import { createRandom } from '../ghana/random.ts';
import type { SpainElection } from '../spain/index.ts';
import { abroad, provinceCode } from '../spain/index.ts';
import type { NationEvent, NationNightOptions } from './nation.ts';

/** Spain's night as it goes: small stations first, a rush after an hour or two, the voters abroad at the very end. */
export function* planSpainNight(
  spain: SpainElection,
  { minutes, seed = 2023 }: NationNightOptions,
): Generator<NationEvent> {
  const nightMs = minutes * 60_000;
  const order = orderStations(spain, seed);
  for (const [rank, place] of order.entries()) {
    const { key, source: _, ...sheet } = spain.sheet(place);
    const district = provinceCode(spain.stations.ids[place]!.slice(3, 5));
    const atMs = Math.floor(arrivalTime(rank / order.length) * nightMs);
    yield { atMs, kind: 'submit', key, district, sheet };
  }
}

const orderStations = ({ stations }: SpainElection, seed: number): number[] => {
  const random = createRandom(seed, 'spain night');
  const effort = Float64Array.from(stations.ids, (id, place) => {
    const slow = 0.5 * random.normal() + (random.next() < 0.02 ? 2 : 0);
    return id.slice(6, 9) === abroad ? Number.POSITIVE_INFINITY : stations.registered[place]! / 600 + slow;
  });
  return Array.from(effort, (_, place) => place).sort((a, b) => {
    const [x, y] = [effort[a]!, effort[b]!];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
};

/** Share of the night at which the given share of stations has reported. */
const arrivalTime = (share: number): number => {
  const logit = (q: number): number => Math.log((q + 0.01) / (1.01 - q));
  return 0.02 + (0.94 * (logit(share) - logit(0))) / (logit(1) - logit(0));
};
