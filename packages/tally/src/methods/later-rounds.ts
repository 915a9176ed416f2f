import type { RoundsToCompare } from '../ties/tie-rules.ts';
import { classesOf } from './pick.ts';

/** A count that may be played on without the real one noticing. */
export interface CountAhead {
  /** Per choice what it holds; changes with every release. */
  readonly units: Float64Array;
  /** 1 for choices that are in the count; its own copy. */
  readonly inCount: Uint8Array;
  /** Moves the votes of these, who are no longer in the count, to the next choices that are. */
  readonly release: (choices: readonly number[]) => void;
}

/**
 * T04: the rounds that would follow if the tied stayed and the others were excluded one after the other, fewest votes first and equal
 * ones together. Nothing else happens in them: nobody is elected, and no surplus moves. Played only when a rule looks there.
 */
export const laterRounds = (tied: readonly number[], fork: () => CountAhead): RoundsToCompare => {
  let played: readonly Float64Array[] | null = null;
  const rounds = (): readonly Float64Array[] => {
    played ??= playAhead(tied, fork());
    return played;
  };
  return {
    get count() {
      return rounds().length;
    },
    compare: (round, a, b) => rounds()[round]![a]! - rounds()[round]![b]!,
  };
};

const playAhead = (tied: readonly number[], { units, inCount, release }: CountAhead): Float64Array[] => {
  const rounds: Float64Array[] = [];
  for (;;) {
    const others = [...inCount.keys()].filter((choice) => inCount[choice] === 1 && !tied.includes(choice));
    const lowest = classesOf(others, (a, b) => units[b]! - units[a]!)[0];
    if (lowest === undefined) return rounds;
    for (const choice of lowest) inCount[choice] = 0;
    release(lowest);
    rounds.push(units.slice());
  }
};
