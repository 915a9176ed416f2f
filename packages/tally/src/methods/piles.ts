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
  /** The piles as they stand now, once more. */
  readonly fork: () => Piles;
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
  const heaps: Heaps = {
    units: new Float64Array(width),
    leftovers: new Map(),
    place: starts.slice(0, groups),
    first: new Int32Array(width).fill(-1),
    next: new Int32Array(groups),
  };
  for (let group = 0; group < groups; group++) {
    const start = starts[group]!;
    const weight = weights[group]!;
    if (start === starts[group + 1]!) {
      const blank = ballots.starts[group] === ballots.starts[group + 1];
      drop(heaps, blank ? 'blank' : endings[ends[group]!]!, weight);
    } else if (start + 1 < starts[group + 1]! && order[start + 1]! < 0) drop(heaps, 'overvote', weight);
    else put(heaps, order[start]!, { group, weight });
  }
  return pilesOf(preferences, heaps);
};

interface Heaps {
  readonly units: Float64Array;
  readonly leftovers: LeftoverUnits;
  /** Per group how far on its ballot it has come. */
  readonly place: Uint32Array;
  /** A pile is a chain of groups: the first by choice, then from group to group; −1 ends it. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

const pilesOf = (preferences: Preferences, heaps: Heaps): Piles => ({
  units: heaps.units,
  leftovers: heaps.leftovers,
  release: (choices, inCount) =>
    choices.flatMap((choice) => releaseOne(preferences, heaps, { choice, inCount })),
  fork: () =>
    pilesOf(preferences, {
      units: heaps.units.slice(),
      leftovers: new Map(heaps.leftovers),
      place: heaps.place.slice(),
      first: heaps.first.slice(),
      next: heaps.next.slice(),
    }),
});

const put = (
  { units, first, next }: Heaps,
  choice: number,
  { group, weight }: { readonly group: number; readonly weight: number },
): void => {
  next[group] = first[choice]!;
  first[choice] = group;
  units[choice] = units[choice]! + weight;
};

const drop = ({ leftovers }: Heaps, reason: Leftover, weight: number): void => {
  leftovers.set(reason, (leftovers.get(reason) ?? 0) + weight);
};

const releaseOne = (
  { starts, order, ends, weights }: Preferences,
  heaps: Heaps,
  { choice: from, inCount }: { readonly choice: number; readonly inCount: Uint8Array },
): Movement[] => {
  const { place, first, next } = heaps;
  const width = heaps.units.length;
  const overvoted = width + endings.indexOf('overvote');
  const moved = new Float64Array(width + endings.length);
  let group = first[from]!;
  while (group >= 0) {
    const following = next[group]!;
    const weight = weights[group]!;
    const end = starts[group + 1]!;
    let at = place[group]!;
    // A shared rank that is passed over is passed over choice by choice.
    while (at < end && inCount[choiceOf(order[at]!)] === 0) at++;
    place[group] = at;
    const several = at < end && sharesWithOther(order, { at, end, inCount });
    const to = several ? overvoted : at < end ? choiceOf(order[at]!) : width + ends[group]!;
    moved[to] = moved[to]! + weight;
    if (to < width) put(heaps, to, { group, weight });
    else drop(heaps, endings[to - width]!, weight);
    group = following;
  }
  first[from] = -1;
  heaps.units[from] = 0;
  return movementsOf(moved, from, width);
};

interface Look {
  readonly at: number;
  readonly end: number;
  readonly inCount: Uint8Array;
}

/** Whether another choice that is in the count shares the rank of the one at `at`, behind it. */
export const sharesWithOther = (order: Int16Array, { at, end, inCount }: Look): boolean => {
  for (let i = at + 1; i < end && order[i]! < 0; i++) if (inCount[choiceOf(order[i]!)] === 1) return true;
  return false;
};

const movementsOf = (moved: Float64Array, from: number, width: number): Movement[] =>
  Array.from(moved, (units, to) => ({ from, to: to < width ? to : endings[to - width]!, units })).filter(
    ({ units }) => units > 0,
  );
