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

/** The names of some places of the ballot. */
export const labelsOf = (ballot: Ballot, positions: readonly number[]): string[] =>
  positions.map((position) => labelAt(ballot, position));

/** Of more, the others are counted: two thousand keys that nobody knows make no sentence. */
const mostNamed = 10;

/** "A, B and C" */
export const enumerate = (items: readonly string[]): string => {
  if (items.length < 2) return items.join('');
  const named = items.length > mostNamed ? items.slice(0, mostNamed) : items.slice(0, -1);
  const last = items.length > mostNamed ? `${items.length - mostNamed} more` : items.at(-1);
  return `${named.join(', ')} and ${last}`;
};
