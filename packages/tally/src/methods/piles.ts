// Ballots in piles by the choice they count for now: excluding a choice touches only the ballots of its pile.
import { type Ballots, choiceOf } from '../ballots/ballots.ts';
import { endings, type Preferences } from '../ballots/preferences.ts';
import type { Leftover } from './count-report.ts';
import type { LeftoverUnits } from './first-preferences.ts';

/** Whole ballots in piles, weights in units. */
export interface Piles {
  /** Per choice the weight of its pile. */
  readonly units: Float64Array;
  readonly leftovers: LeftoverUnits;
  /** Moves the pile of each of these to the next choice on its ballots that is in the count; they must no longer be. */
  readonly release: (choices: readonly number[], inCount: Uint8Array) => Movement[];
}

/** Weight that went from a choice's pile to another, or to the leftovers. */
export interface Movement {
  readonly from: number;
  readonly to: number | Leftover;
  readonly units: number;
}

export const createPiles = (ballots: Ballots, preferences: Preferences): Piles => {
  const { groups, starts, order, ends, weights } = preferences;
  const width = ballots.choices.length;
  const units = new Float64Array(width);
  const leftovers: LeftoverUnits = new Map();
  const place = starts.slice(0, groups);
  // A pile is a chain of groups: the first by choice, then from group to group; −1 ends it.
  const first = new Int32Array(width).fill(-1);
  const next = new Int32Array(groups);

  const put = (group: number, choice: number): void => {
    next[group] = first[choice]!;
    first[choice] = group;
    units[choice] = units[choice]! + weights[group]!;
  };
  const drop = (group: number, reason: Leftover): void => {
    leftovers.set(reason, (leftovers.get(reason) ?? 0) + weights[group]!);
  };
  for (let group = 0; group < groups; group++) {
    const start = starts[group]!;
    if (start === starts[group + 1]!)
      drop(group, ballots.starts[group] === ballots.starts[group + 1] ? 'blank' : endings[ends[group]!]!);
    else if (start + 1 < starts[group + 1]! && order[start + 1]! < 0) drop(group, 'overvote');
    else put(group, order[start]!);
  }

  const overvoted = width + endings.indexOf('overvote');
  const releaseOne = (from: number, inCount: Uint8Array): Movement[] => {
    const moved = new Float64Array(width + endings.length);
    let group = first[from]!;
    while (group >= 0) {
      const following = next[group]!;
      const end = starts[group + 1]!;
      let at = place[group]!;
      // A shared rank that is passed over is passed over choice by choice.
      while (at < end && inCount[choiceOf(order[at]!)] === 0) at++;
      place[group] = at;
      const several = at < end && sharesWithOther(order, { at, end, inCount });
      const to = several ? overvoted : at < end ? choiceOf(order[at]!) : width + ends[group]!;
      moved[to] = moved[to]! + weights[group]!;
      if (to < width) put(group, to);
      else drop(group, endings[to - width]!);
      group = following;
    }
    first[from] = -1;
    units[from] = 0;
    return movementsOf(moved, from, width);
  };

  return { units, leftovers, release: (choices, inCount) => choices.flatMap((c) => releaseOne(c, inCount)) };
};

interface Look {
  readonly at: number;
  readonly end: number;
  readonly inCount: Uint8Array;
}

/** Whether another choice that is in the count shares the rank of the one at `at`, behind it. */
const sharesWithOther = (order: Int16Array, { at, end, inCount }: Look): boolean => {
  for (let i = at + 1; i < end && order[i]! < 0; i++) if (inCount[choiceOf(order[i]!)] === 1) return true;
  return false;
};

const movementsOf = (moved: Float64Array, from: number, width: number): Movement[] =>
  Array.from(moved, (units, to) => ({ from, to: to < width ? to : endings[to - width]!, units })).filter(
    ({ units }) => units > 0,
  );
