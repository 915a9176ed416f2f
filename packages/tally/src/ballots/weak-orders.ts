import { type Ballots, choiceOf, overvotedRank, skippedRank } from './ballots.ts';

/**
 * Every ballot as an order with equals, for counts that compare choices. The choices of group g are `order[starts[g]]` to
 * `order[starts[g + 1] - 1]`, most wanted first; those of one rank have the same number in `tiers`, and later ranks higher
 * ones. Withdrawn choices are left out, a choice named again keeps its first rank, ranks of unknown choices say nothing.
 */
export interface WeakOrders {
  readonly groups: number;
  readonly starts: Uint32Array;
  readonly order: Int16Array;
  readonly tiers: Int16Array;
  readonly weights: Float64Array;
}

export const readWeakOrders = (ballots: Ballots): WeakOrders => {
  const { groups, starts, marks, weights, choices } = ballots;
  const from = new Uint32Array(groups + 1);
  const order = new Int16Array(marks.length);
  const tiers = new Int16Array(marks.length);
  // Per choice one more than the group that named it last.
  const seen = new Int32Array(choices.length);
  const withdrawn = Uint8Array.from(choices, (choice) => (choice.withdrawn ? 1 : 0));
  let length = 0;
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    let tier = -1;
    for (let i = starts[group]!; i < end; i++) {
      const mark = marks[i]!;
      if (mark >= 0) tier++;
      if (mark === skippedRank || mark === overvotedRank) continue;
      const choice = choiceOf(mark);
      if (seen[choice] === group + 1) continue;
      seen[choice] = group + 1;
      if (withdrawn[choice] === 1) continue;
      tiers[length] = tier;
      order[length++] = choice;
    }
    from[group + 1] = length;
  }
  return { groups, starts: from, order: order.slice(0, length), tiers: tiers.slice(0, length), weights };
};
