import { emptyFold, type Fold, rollUp } from '@comitium/tally';
import type { AreaIndex } from './area-index.ts';
import { type PackedIntegers, packedIntegers, viewOf } from './packed-array.ts';
import { basesOf, type PackedSheets } from './packed-sheets.ts';
import type { ContestPlan, RacePlan, RecountPlan } from './recount-plan.ts';

/** The counted sheets of a contest, added up part by part; nothing of a single one is kept. */
export interface ContestSheets {
  add(packed: PackedSheets): void;
  /**
   * The totals of the contest's areas from the sheets that count in the basis (0 provisional, 1 verified, 2 certified);
   * null where none does. Behind the choices stands one column more: the voters of the stations as the register has them.
   * To be asked once, when all sheets were added.
   */
  fold(basis: number): Fold | null;
}

export interface ContestPlace {
  readonly plan: RecountPlan;
  readonly race: RacePlan;
  readonly contest: ContestPlan;
  readonly index: AreaIndex;
  /** Stations of the race that have reported, shared by its contests. */
  readonly reported: Uint8Array;
}

export const gatherContestSheets = (place: ContestPlace): ContestSheets => {
  const { contest } = place;
  const folds: (Fold | undefined)[] = [];
  return {
    add: (packed) => {
      if (packed.width !== contest.choices) {
        throw new Error(`a sheet of ${contest.id} has ${packed.width} figures`);
      }
      const stations = stationsOf(place, packed);
      for (let basis = 0; basis < basesOf[packed.status]; basis++) {
        folds[basis] ??= emptyFold(contest.parent.length, contest.choices + 1);
        addSheets(folds[basis]!, place, { packed, stations });
      }
    },
    fold: (basis) => {
      const fold = folds[basis] ?? null;
      if (fold !== null) rollUp(fold, contest.parent);
      return fold;
    },
  };
};

/** The areas of the register that the sheets are of, each of them for the first time. */
const stationsOf = (
  { race, contest, index, reported }: ContestPlace,
  { stations, sheets }: PackedSheets,
): Int32Array => {
  const ids = viewOf(stations);
  const found = new Int32Array(sheets);
  let station = -1;
  for (let at = 0; at < sheets; at++) {
    station = index.at(ids, at * 16, station + 1);
    if (station === -1 || race.contests[race.contestOf[station] ?? -1] !== contest) {
      throw new Error(`a sheet of ${contest.id} has lost its place`);
    }
    if (reported[station] === 1) throw new Error(`station ${station} has two sheets that count`);
    reported[station] = 1;
    found[at] = station;
  }
  return found;
};

const addSheets = (
  fold: Fold,
  { plan, race }: ContestPlace,
  { packed, stations }: { packed: PackedSheets; stations: Int32Array },
): void => {
  const { votes, rejected, cast, registered, width } = fold;
  const choices = width - 1;
  const [sentVotes, sentRejected] = [packedIntegers(packed.votes), packedIntegers(packed.rejected)];
  const [sentCast, sentRegistered] = [packedIntegers(packed.cast), packedIntegers(packed.registered)];
  for (let at = 0; at < stations.length; at++) {
    const station = stations[at]!;
    const area = race.placeOf[station]!;
    const to = area * width;
    for (let choice = 0; choice < choices; choice++) {
      votes[to + choice]! += integerAt(sentVotes, at * choices + choice);
    }
    votes[to + choices]! += plan.registered[station]!;
    rejected[area]! += integerAt(sentRejected, at);
    cast[area]! += integerAt(sentCast, at);
    registered[area]! += integerAt(sentRegistered, at);
    fold.stations[area]! += 1;
  }
};

/** Its length in bytes stands before each of them. */
const integerAt = ({ view, first }: PackedIntegers, at: number): number => view.getInt32(first + at * 8);
