import type { ElectionFacts } from '../elections/index.ts';
import { fold } from '../territory/index.ts';

/**
 * Ids of the stations whose code or name holds the folded words. Looked up in the register at hand: the database would
 * read every area of the country for it.
 */
export const stationsCalled = ({ register }: ElectionFacts, wanted: string): string[] =>
  register
    .descendantsAt(0, register.levels.length - 1)
    .filter((station) =>
      [register.codes[station], register.names[station]].some((text) => fold(text ?? '').includes(wanted)),
    )
    .map((station) => register.ids[station] ?? '');
