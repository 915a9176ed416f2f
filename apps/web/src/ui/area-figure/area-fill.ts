import type { ChildArea } from '@comitium/contract';
import { leadersOf } from '../../data/results/leaders-of.ts';
import { seatsByParty } from '../../data/results/seats-by-party.ts';

/**
 * How an area is filled, as a key that names what must be drawn: `none`, `leading:npp`, `won:npp`, `tied:npp:ndc`,
 * `runoff:npp:ndc`. Areas with the same key share one pattern.
 */
export const areaFill = (area: ChildArea | undefined): string => {
  if (!area || area.call === 'none') return 'none';
  const [ahead, second] = leadersOf(area);
  if (!ahead) return 'none';
  if (area.call === 'tied') return second ? `tied:${ahead}:${second}` : `leading:${ahead}`;
  if (area.call === 'runoff') {
    const other = area.runnerUp ?? second;
    return other ? `runoff:${ahead}:${other}` : `leading:${ahead}`;
  }
  // What no contest covers is never won; with every report in, it is as final as it gets.
  const isFinal = area.call === 'leading' && area.stationsReported === area.stations;
  return `${isFinal ? 'won' : area.call}:${ahead}`;
};

/**
 * How the cells of a district are filled that has one for each seat: the largest party first, the seats of one party
 * side by side, what nobody has yet at the end. Final when every report is in.
 */
export const seatFills = (area: ChildArea | undefined, count: number): string[] => {
  // A district of one seat among larger ones: whoever leads there has it.
  if (!area?.seats) return Array.from({ length: count }, () => areaFill(area));
  const state = area.stationsReported === area.stations ? 'won' : 'leading';
  const filled = seatsByParty(area).flatMap(([party, seats]) =>
    Array.from({ length: seats }, () => `${state}:${party}`),
  );
  return Array.from({ length: count }, (_, seat) => filled[seat] ?? 'none');
};

/** Every fill once, in an order that does not change while the same areas are shown. */
export const distinctFills = (areas: readonly ChildArea[]): string[] =>
  [...new Set(areas.flatMap((area) => [areaFill(area), ...seatFills(area, area.seats?.all ?? 0)]))]
    .filter((key) => key !== 'none')
    .sort();
