import type { Ballot } from './ballot.ts';
import { labelAt } from './ballot.ts';

/** How a record of votes names the choices of a ballot (rules S01 to S04 look at this). */
export interface Naming {
  readonly ballot: Ballot;
  /** Keys that no contest of the election knows. */
  readonly unknown: readonly string[];
  /** Keys of other contests. */
  readonly foreign: readonly string[];
  /** Places of the ballot that no key names, and that more than one key names. */
  readonly missing: readonly number[];
  readonly repeated: readonly number[];
}

/** "A, B and C" of the names of some places of the ballot. */
export const labelsOf = (ballot: Ballot, positions: readonly number[]): string =>
  enumerate(positions.map((position) => labelAt(ballot, position)));

export const enumerate = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
