import { endings, type Preferences } from '../../ballots/preferences.ts';
import type { KeepRule } from './keep-rule.ts';
import { one } from './multiply-up.ts';

/**
 * The beginnings of all ballots up to the first choice that keeps everything, equal ones once. All ballots with one beginning
 * are split alike to the last digit, so a distribution costs as much as there are beginnings, not ballots.
 */
export interface PrefixTree {
  /** Per node its choice; a node comes after the one before it on the ballot. */
  readonly choice: readonly number[];
  readonly parent: readonly number[];
  /** Weight of the ballots that pass the node, in units of the ballots. */
  readonly passing: readonly number[];
  /** Per node and reason the weight of the ballots that say no more after it; node −1 stands first. */
  readonly ending: readonly number[];
}

/** The tree for these keep factors; a factor of 0 is passed over, a factor of one ends the beginning. */
export const growTree = (
  { groups, starts, order, ends, weights }: Preferences,
  factors: Float64Array,
): PrefixTree => {
  const choice: number[] = [];
  const parent: number[] = [];
  const passing: number[] = [];
  const ending: number[] = new Array(endings.length).fill(0);
  const width = factors.length;
  const nodes = new Map<number, number>();
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    const weight = weights[group]!;
    let node = -1;
    let open = true;
    for (let at = starts[group]!; open && at < end; at++) {
      const next = order[at]!;
      if (factors[next] === 0) continue;
      const key = (node + 1) * width + next;
      let child = nodes.get(key);
      if (child === undefined) {
        child = choice.push(next) - 1;
        parent.push(node);
        passing.push(0);
        for (let reason = 0; reason < endings.length; reason++) ending.push(0);
        nodes.set(key, child);
      }
      passing[child] = passing[child]! + weight;
      node = child;
      open = factors[next] !== one;
    }
    if (open) {
      const cell = (node + 1) * endings.length + ends[group]!;
      ending[cell] = ending[cell]! + weight;
    }
  }
  return { choice, parent, passing, ending };
};

/** What each choice gets, in units of 10⁻⁹ of a unit of weight. */
export const distribute = (
  { choice, parent, passing }: PrefixTree,
  factors: Float64Array,
  keep: KeepRule,
): Float64Array => {
  const votes = new Float64Array(factors.length);
  const left = new Float64Array(choice.length);
  for (let node = 0; node < choice.length; node++) {
    const before = parent[node]! < 0 ? one : left[parent[node]!]!;
    const kept = keep(before, factors[choice[node]!]!);
    votes[choice[node]!] = votes[choice[node]!]! + kept * passing[node]!;
    left[node] = before - kept;
  }
  return votes;
};
