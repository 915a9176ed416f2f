import type { ChildArea } from '@comitium/contract';

/**
 * How an area is filled, as a key that names what must be drawn: `none`, `leading:npp`, `won:npp`, `tied:npp:ndc`,
 * `runoff:npp:ndc`. Areas with the same key share one pattern.
 */
export const areaFill = (area: ChildArea | undefined): string => {
  if (!area || area.call === 'none') return 'none';
  const [first, second] = area.leaders;
  const ahead = area.leader ?? first;
  if (!ahead) return 'none';
  if (area.call === 'tied') return second ? `tied:${first}:${second}` : `leading:${ahead}`;
  if (area.call === 'runoff') {
    const other = area.runnerUp ?? second;
    return other ? `runoff:${ahead}:${other}` : `leading:${ahead}`;
  }
  // What no contest covers is never won; with every report in, it is as final as it gets.
  const isFinal = area.call === 'leading' && area.stationsReported === area.stations;
  return `${isFinal ? 'won' : area.call}:${ahead}`;
};

/** Every fill once, in an order that does not change while the same areas are shown. */
export const distinctFills = (areas: readonly ChildArea[]): string[] =>
  [...new Set(areas.map(areaFill))].filter((key) => key !== 'none').sort();
