import { type Ballots, choiceOf, overvotedRank, skippedRank } from '../../ballots/ballots.ts';
import type { OptionsOf } from '../options.ts';
import type { approvalOptions } from './approval-options.ts';

/** Per group the choices it approves: `approved[starts[g]]` to `approved[starts[g + 1] - 1]`, each once, none withdrawn. */
export interface Approvals {
  readonly groups: number;
  readonly starts: Uint32Array;
  readonly approved: Int16Array;
  readonly weights: Float64Array;
}

export const readApprovals = (
  ballots: Ballots,
  { ranks, leastScore }: OptionsOf<typeof approvalOptions>,
): Approvals => {
  const { groups, starts, marks, scores, scale, weights, choices } = ballots;
  const from = new Uint32Array(groups + 1);
  const approved = new Int16Array(marks.length);
  // Per choice one more than the group that named it last.
  const seen = new Int32Array(choices.length);
  const least = leastScore ?? (scale?.min ?? 0) + 1;
  const most = ballots.form === 'rank' ? (ranks ?? Infinity) : Infinity;
  let length = 0;
  for (let group = 0; group < groups; group++) {
    let rank = 0;
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      const mark = marks[i]!;
      if (mark >= 0) rank++;
      if (rank > most || (scores !== null && scores[i]! < least)) break;
      if (mark === skippedRank || mark === overvotedRank) continue;
      const choice = choiceOf(mark);
      if (seen[choice] === group + 1 || choices[choice]!.withdrawn) continue;
      seen[choice] = group + 1;
      approved[length++] = choice;
    }
    from[group + 1] = length;
  }
  return { groups, starts: from, approved: approved.slice(0, length), weights };
};

/** Units of approval by choice. */
export const sumApprovals = (
  width: number,
  { groups, starts, approved, weights }: Approvals,
): Float64Array => {
  const units = new Float64Array(width);
  for (let group = 0; group < groups; group++) {
    const weight = weights[group]!;
    for (let i = starts[group]!; i < starts[group + 1]!; i++)
      units[approved[i]!] = units[approved[i]!]! + weight;
  }
  return units;
};
