import { type SheetFigures, type Spread, spreadFromSums } from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';

/**
 * What this process knows of the sheets around a station: turnout of its siblings and figures already seen. It
 * follows the ledger, so it may be a moment late; it only ever feeds warnings.
 */
export interface SheetNeighbours {
  siblings(place: Place): Spread | undefined;
  /** Code of another station of the contest with the very same figures. */
  identicalTo(place: Place, figures: SheetFigures): string | undefined;
  /** The counted figures of a station as they stand now, null when none count; saying it twice changes nothing. */
  set(place: Place, figures: SheetFigures | null): void;
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

interface Known {
  readonly turnout: number | null;
  readonly figuresKey: string;
}

/** Below this, equal figures are no surprise: small stations repeat by chance. */
const leastVotesToCompare = 50;

export const createSheetNeighbours = (): SheetNeighbours => {
  const known = new Map<string, Known>();
  const sums = new Map<string, Sums>();
  const seen = new Map<string, number>();
  const stationKey = ({ contest, stationIndex }: Place): string => `${contest.id} ${stationIndex}`;
  const parentKey = ({ election, contest, stationIndex }: Place): string =>
    `${contest.race.id} ${election.register.parent[stationIndex]}`;
  const add = (place: Place, { turnout }: Known, sign: 1 | -1): void => {
    if (turnout === null) return;
    const found = sums.get(parentKey(place)) ?? { count: 0, sum: 0, squares: 0 };
    sums.set(parentKey(place), found);
    found.count += sign;
    found.sum += sign * turnout;
    found.squares += sign * turnout * turnout;
  };
  return {
    siblings: (place) => {
      const found = sums.get(parentKey(place));
      return found === undefined ? undefined : spreadFromSums(found.count, found.sum, found.squares);
    },
    identicalTo: (place, figures) => {
      if (figures.cast < leastVotesToCompare) return undefined;
      const other = seen.get(figuresKey(place, figures));
      return other === undefined || other === place.stationIndex
        ? undefined
        : place.election.register.codes[other];
    },
    set: (place, figures) => {
      const key = stationKey(place);
      const before = known.get(key);
      if (before !== undefined) {
        add(place, before, -1);
        if (seen.get(before.figuresKey) === place.stationIndex) seen.delete(before.figuresKey);
        known.delete(key);
      }
      if (figures === null) return;
      const { cast, registered } = figures;
      const now = {
        turnout: registered === 0 ? null : cast / registered,
        figuresKey: figuresKey(place, figures),
      };
      known.set(key, now);
      add(place, now, 1);
      seen.set(now.figuresKey, place.stationIndex);
    },
  };
};

const figuresKey = ({ contest }: Place, { votes, rejected, cast }: SheetFigures): string =>
  `${contest.id} ${votes.join(' ')} ${rejected} ${cast}`;
