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

/** A figure that a station has added to the sums of a neighbourhood. */
interface Added {
  readonly key: string;
  readonly value: number;
}

interface Known {
  readonly added: readonly Added[];
  readonly figuresKey: string;
}

/** Below this, equal figures are no surprise: small stations repeat by chance. */
const leastVotesToCompare = 50;
/** Choices below this share move too much by chance to be compared. */
const leastShareToCompare = 0.05;

export const createSheetNeighbours = (previous: PreviousStations): SheetNeighbours => {
  const known = new Map<string, Known>();
  const sums = new Map<string, Sums>();
  const seen = new Map<string, number>();
  const spread = (key: string): Spread | undefined => {
    const found = sums.get(key);
    return found === undefined ? undefined : spreadFromSums(found.count, found.sum, found.squares);
  };
  return {
    turnouts: (place) => spread(turnoutKey(place)),
    swing: (place, votes) => {
      const choice = leadingChoice(votes);
      const then = previous.find(place);
      const share = choice === undefined ? undefined : then?.[choice];
      if (choice === undefined || share === undefined || Number.isNaN(share)) return undefined;
      const siblings = spread(swingKey(place, choice));
      return siblings === undefined ? undefined : { choice, share, siblings };
    },
    identicalTo: (place, figures) => {
      if (figures.cast < leastVotesToCompare) return undefined;
      const other = seen.get(figuresKey(place, figures));
      if (other === undefined || other === place.stationIndex) return undefined;
      return place.election.register.codes[other];
    },
    set: (place, figures) => {
      const key = `${place.contest.id} ${place.stationIndex}`;
      const before = known.get(key);
      if (before !== undefined) {
        for (const one of before.added) add(sums, one, -1);
        if (seen.get(before.figuresKey) === place.stationIndex) seen.delete(before.figuresKey);
        known.delete(key);
      }
      if (figures === null) return;
      const added = [...turnoutOf(place, figures), ...swingsOf(place, figures, previous.find(place))];
      const now = { added, figuresKey: figuresKey(place, figures) };
      for (const one of added) add(sums, one, 1);
      known.set(key, now);
      seen.set(now.figuresKey, place.stationIndex);
    },
  };
};

/** The one with the most votes, the first on the ballot of several; nothing while there are none. */
const leadingChoice = (votes: readonly number[]): number | undefined => {
  let leading: number | undefined;
  for (let choice = 0; choice < votes.length; choice++) {
    if ((votes[choice] ?? 0) > (leading === undefined ? 0 : (votes[leading] ?? 0))) leading = choice;
  }
  return leading;
};

const aroundKey = ({ election, contest, stationIndex }: Place): string =>
  `${contest.id} ${neighbourhoodOf(election.register, stationIndex)}`;

const turnoutKey = (place: Place): string => `${aroundKey(place)} turnout`;
const swingKey = (place: Place, choice: number): string => `${aroundKey(place)} swing ${choice}`;

const turnoutOf = (place: Place, { cast, registered }: SheetFigures): Added[] =>
  registered === 0 ? [] : [{ key: turnoutKey(place), value: cast / registered }];

const swingsOf = (place: Place, { votes }: SheetFigures, then: Float64Array | undefined): Added[] => {
  const valid = sumVotes(votes);
  if (then === undefined || valid === 0) return [];
  return votes.flatMap((count, choice) => {
    const before = then[choice] ?? Number.NaN;
    const now = count / valid;
    if (Number.isNaN(before) || Math.max(before, now) < leastShareToCompare) return [];
    return [{ key: swingKey(place, choice), value: now - before }];
  });
};

const figuresKey = ({ contest }: Place, { votes, rejected, cast }: SheetFigures): string =>
  `${contest.id} ${votes.join(' ')} ${rejected} ${cast}`;

const add = (sums: Map<string, Sums>, { key, value }: Added, sign: 1 | -1): void => {
  let found = sums.get(key);
  if (found === undefined) {
    found = { count: 0, sum: 0, squares: 0 };
    sums.set(key, found);
  }
  found.count += sign;
  found.sum += sign * value;
  found.squares += sign * value * value;
};
