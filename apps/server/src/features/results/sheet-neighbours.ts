import { type SheetFigures, type Spread, spreadFromSums, sumVotes } from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import type { PreviousStations } from './previous-stations.ts';

/**
 * What this process knows of the sheets around a station: turnout and swing of its neighbours, and figures already
 * seen. It follows the ledger, so it may be a moment late; it only ever feeds warnings.
 */
export interface SheetNeighbours {
  /** Turnout of the counted stations around, this one left out. */
  turnouts(place: Place): Spread | undefined;
  /** The leading choice's share then, and its change of share around; nothing where the station has no past. */
  swing(place: Place, votes: readonly number[]): NeighbourSwing | undefined;
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

export interface NeighbourSwing {
  readonly choice: number;
  readonly share: number;
  readonly siblings: Spread;
}

interface Sums {
  count: number;
  sum: number;
  squares: number;
}

/** What is known of the stations of one contest in one neighbourhood. */
interface Around {
  readonly turnout: Sums;
  /** By choice; made when first needed. */
  readonly swings: Sums[];
}

/** What a station has added to its neighbourhood, to be taken back when it changes. */
interface Known {
  readonly around: Around;
  /** NaN where it says nothing. */
  readonly turnout: number;
  readonly swings: Float64Array | null;
  readonly figuresKey: string;
}

interface ContestNeighbours {
  readonly around: Map<number, Around>;
  readonly known: Map<number, Known>;
  /** Figures → station. */
  readonly seen: Map<string, number>;
}

/** Below this, equal figures are no surprise: small stations repeat by chance. */
const leastVotesToCompare = 50;
/** Choices below this share move too much by chance to be compared. */
const leastShareToCompare = 0.05;

export const createSheetNeighbours = (previous: PreviousStations): SheetNeighbours => {
  const contests = new Map<string, ContestNeighbours>();
  const neighboursIn = ({ contest: { id } }: Place): ContestNeighbours => {
    let found = contests.get(id);
    if (found === undefined) {
      found = { around: new Map(), known: new Map(), seen: new Map() };
      contests.set(id, found);
    }
    return found;
  };
  return {
    turnouts: (place) => spreadOf(aroundOf(neighboursIn(place), place).turnout),
    swing: (place, votes) => {
      const choice = leadingChoice(votes);
      if (choice === undefined) return undefined;
      const share = previous.find(place)?.[choice];
      if (share === undefined || Number.isNaN(share)) return undefined;
      const siblings = spreadOf(aroundOf(neighboursIn(place), place).swings[choice]);
      return siblings === undefined ? undefined : { choice, share, siblings };
    },
    identicalTo: (place, figures) => {
      if (figures.cast < leastVotesToCompare) return undefined;
      const other = neighboursIn(place).seen.get(keyOf(figures));
      if (other === undefined || other === place.stationIndex) return undefined;
      return place.election.register.codes[other];
    },
    set: (place, figures) => {
      const neighbours = neighboursIn(place);
      const { known, seen } = neighbours;
      const before = known.get(place.stationIndex);
      if (before !== undefined) {
        add(before, -1);
        if (seen.get(before.figuresKey) === place.stationIndex) seen.delete(before.figuresKey);
        known.delete(place.stationIndex);
      }
      if (figures === null) return;
      const now: Known = {
        around: aroundOf(neighbours, place),
        turnout: figures.registered === 0 ? Number.NaN : figures.cast / figures.registered,
        swings: swingsOf(figures, previous.find(place)),
        figuresKey: keyOf(figures),
      };
      add(now, 1);
      known.set(place.stationIndex, now);
      seen.set(now.figuresKey, place.stationIndex);
    },
  };
};

const noSums = (): Sums => ({ count: 0, sum: 0, squares: 0 });

const aroundOf = ({ around }: ContestNeighbours, { election, stationIndex }: Place): Around => {
  const area = neighbourhoodOf(election.register, stationIndex);
  let found = around.get(area);
  if (found === undefined) {
    found = { turnout: noSums(), swings: [] };
    around.set(area, found);
  }
  return found;
};

const spreadOf = (sums: Sums | undefined): Spread | undefined =>
  sums === undefined || sums.count === 0 ? undefined : spreadFromSums(sums.count, sums.sum, sums.squares);

/** The one with the most votes, the first on the ballot of several; nothing while there are none. */
const leadingChoice = (votes: readonly number[]): number | undefined => {
  let leading: number | undefined;
  for (let choice = 0; choice < votes.length; choice++) {
    if ((votes[choice] ?? 0) > (leading === undefined ? 0 : (votes[leading] ?? 0))) leading = choice;
  }
  return leading;
};

/** Per choice its change of share; NaN where it moves too much by chance, or did not stand. */
const swingsOf = ({ votes }: SheetFigures, then: Float64Array | undefined): Float64Array | null => {
  const valid = sumVotes(votes);
  if (then === undefined || valid === 0) return null;
  return Float64Array.from(votes, (count, choice) => {
    const before = then[choice] ?? Number.NaN;
    const now = count / valid;
    return Math.max(before, now) < leastShareToCompare ? Number.NaN : now - before;
  });
};

const keyOf = ({ votes, rejected, cast }: SheetFigures): string => `${votes.join(' ')} ${rejected} ${cast}`;

const add = ({ around, turnout, swings }: Known, sign: 1 | -1): void => {
  addTo(around.turnout, turnout, sign);
  for (let choice = 0; choice < (swings?.length ?? 0); choice++) {
    const sums = around.swings[choice] ?? noSums();
    around.swings[choice] = sums;
    addTo(sums, swings?.[choice] ?? Number.NaN, sign);
  }
};

const addTo = (sums: Sums, value: number, sign: 1 | -1): void => {
  if (Number.isNaN(value)) return;
  sums.count += sign;
  sums.sum += sign * value;
  sums.squares += sign * value * value;
};
