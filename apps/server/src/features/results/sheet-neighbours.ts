import { type SheetFigures, type Spread, spreadFromSums } from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';

/**
 * What this process knows of the sheets around a station: turnout of its siblings and figures already seen. It
 * follows the ledger, so it may be a moment late; it only ever feeds warnings.
 */
export interface SheetNeighbours {
  siblings(place: Place): Spread | undefined;
  identicalTo(place: Place, figures: SheetFigures): string | undefined;
  remember(place: Place, change: { before: SheetFigures | null; after: SheetFigures | null }): void;
}

export interface Place {
  readonly election: ElectionFacts;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
}

interface Sums {
  count: number;
  sum: number;
  squares: number;
}

/** Below this, equal figures are no surprise: small stations repeat by chance. */
const leastVotesToCompare = 50;

export const createSheetNeighbours = (): SheetNeighbours => {
  const sums = new Map<string, Sums>();
  const seen = new Map<string, string>();
  const parentKey = ({ election, contest, stationIndex }: Place): string =>
    `${contest.race.id} ${election.register.parent[stationIndex]}`;
  return {
    siblings: (place) => {
      const found = sums.get(parentKey(place));
      return found === undefined ? undefined : spreadFromSums(found.count, found.sum, found.squares);
    },
    identicalTo: (place, figures) => {
      if (figures.cast < leastVotesToCompare) return undefined;
      const other = seen.get(figuresKey(place, figures));
      return other === place.election.register.codes[place.stationIndex] ? undefined : other;
    },
    remember: (place, { before, after }) => {
      addTurnout(sums, parentKey(place), before, -1);
      addTurnout(sums, parentKey(place), after, 1);
      if (before !== null) seen.delete(figuresKey(place, before));
      if (after !== null) {
        seen.set(figuresKey(place, after), place.election.register.codes[place.stationIndex] ?? '');
      }
    },
  };
};

const figuresKey = ({ contest }: Place, { votes, rejected }: SheetFigures): string =>
  `${contest.id} ${votes.join(' ')} ${rejected}`;

const addTurnout = (
  sums: Map<string, Sums>,
  key: string,
  figures: SheetFigures | null,
  sign: 1 | -1,
): void => {
  if (figures === null || figures.registered === 0) return;
  let found = sums.get(key);
  if (found === undefined) {
    found = { count: 0, sum: 0, squares: 0 };
    sums.set(key, found);
  }
  const turnout = figures.cast / figures.registered;
  found.count += sign;
  found.sum += sign * turnout;
  found.squares += sign * turnout * turnout;
};
