import { emptyFold, type Fold } from '@comitium/tally';
import type { ContestSheets } from './contest-sheets.ts';
import type { ContestPlan, RacePlan } from './recount-plan.ts';

/** A row among the totals that were counted: the figures of area `at` stand where `Fold` says. */
export interface CountedRow {
  readonly fold: Fold;
  readonly at: number;
}

/** What a race's sheets add up to, in one basis, for every area above a station. */
export interface RaceCount {
  /** Null where nothing was counted, and for a station, whose figures are its sheet's. */
  rowOf(area: number): CountedRow | null;
}

/** Folds each contest up to its district, and the districts, in the race's columns, into what lies above. */
export const countRace = (
  race: RacePlan,
  basis: number,
  { sheetsOf, station }: { sheetsOf: ReadonlyMap<ContestPlan, ContestSheets>; station: Uint8Array },
): RaceCount => {
  const top = emptyFold(race.above, race.columns + 1);
  const folds = race.contests.map((contest) => {
    const fold = sheetsOf.get(contest)?.fold(basis) ?? null;
    if (fold !== null) for (const at of contest.upwards) addDistrict(top, at, { fold, contest });
    return fold;
  });
  return {
    rowOf: (area) => {
      if (station[area] === 1) return null;
      const contest = race.contestOf[area] ?? -1;
      const fold = contest === -1 ? top : (folds[contest] ?? null);
      const at = race.placeOf[area] ?? -1;
      return fold === null || !fold.stations[at] ? null : { fold, at };
    },
  };
};

/** The district is the first of its contest's areas. */
const addDistrict = (
  top: Fold,
  at: number,
  { fold, contest }: { fold: Fold; contest: ContestPlan },
): void => {
  const { choices } = contest;
  for (let choice = 0; choice < choices; choice++) {
    top.votes[at * top.width + (contest.columnOf[choice] ?? 0)]! += fold.votes[choice]!;
  }
  top.votes[(at + 1) * top.width - 1]! += fold.votes[choices]!;
  top.rejected[at]! += fold.rejected[0]!;
  top.cast[at]! += fold.cast[0]!;
  top.registered[at]! += fold.registered[0]!;
  top.stations[at]! += fold.stations[0]!;
};
