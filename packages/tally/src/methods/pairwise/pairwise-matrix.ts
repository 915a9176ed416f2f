// Condorcet 1785: of every two choices, how many voters put the one above the other.
import type { Ballots } from '../../ballots/ballots.ts';
import { readWeakOrders, type WeakOrders } from '../../ballots/weak-orders.ts';
import { createPackedBlock } from './packed-block.ts';

/** `units[a * width + b]` is the weight of the ballots that put choice a above b, in units; zero on the diagonal. */
export interface PairwiseMatrix {
  readonly width: number;
  readonly units: Float64Array;
}

/** The most choices compared in pairs: the matrix then takes 72 MB. */
export const mostCompared = 3_000;

/**
 * Compares all pairs. Equals on a ballot count for neither; choices that a ballot does not name stand below all it names,
 * and are equals. Whoever has withdrawn has zeros.
 *
 * Of a short ballot only what is not below each of its choices is counted: the rest is the weight of the ballots that name
 * it, less that. Long ballots that nobody else cast are compared in blocks.
 */
export const comparePairs = (ballots: Ballots): PairwiseMatrix => {
  const orders = readWeakOrders(ballots);
  const { groups, starts, weights } = orders;
  const width = ballots.choices.length;
  const mentions = new Float64Array(width);
  const notBelow = new Float64Array(width * width);
  const unit = ballots.weightScale;
  const block = createPackedBlock(width <= mostPacked ? width : 0, (cell, count) => {
    notBelow[cell] = notBelow[cell]! - count * unit;
  });
  for (let group = 0; group < groups; group++) {
    const length = starts[group + 1]! - starts[group]!;
    const long = weights[group] === unit && 2 * length > width && width <= mostPacked;
    if (!long || !block.add(orders, group)) countGroup(orders, group, { mentions, notBelow });
  }
  block.flush();
  return { width, units: subtractFrom(mentions, notBelow, ballots) };
};

/** Beyond it a block outgrows the cache. */
const mostPacked = 256;

interface Counts {
  readonly mentions: Float64Array;
  readonly notBelow: Float64Array;
}

const countGroup = (
  { starts, order, tiers, weights }: WeakOrders,
  group: number,
  { mentions, notBelow }: Counts,
): void => {
  const width = mentions.length;
  const [start, end, weight] = [starts[group]!, starts[group + 1]!, weights[group]!];
  let through = start;
  for (let i = start; i < end; i++) {
    const choice = order[i]!;
    if (i === through) {
      const tier = tiers[i]!;
      while (through < end && tiers[through] === tier) through++;
    }
    mentions[choice] = mentions[choice]! + weight;
    const row = choice * width;
    for (let j = start; j < through; j++) {
      const cell = row + order[j]!;
      notBelow[cell] = notBelow[cell]! + weight;
    }
  }
};

/** Turns the counts of what is not below into the matrix, in place. */
const subtractFrom = (mentions: Float64Array, cells: Float64Array, { choices }: Ballots): Float64Array => {
  const width = choices.length;
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const cell = a * width + b;
      cells[cell] = a === b || choices[b]!.withdrawn ? 0 : mentions[a]! - cells[cell]!;
    }
  }
  return cells;
};

/** The weight that puts a above b. */
export const supportOf = ({ width, units }: PairwiseMatrix, a: number, b: number): number =>
  units[a * width + b]!;

/** By how much more weight puts a above b than b above a; below 0 when a loses. */
export const marginOf = ({ width, units }: PairwiseMatrix, a: number, b: number): number =>
  units[a * width + b]! - units[b * width + a]!;
