// Ballots on which a voter has several votes of one choice each.
import { type Ballots, choiceOf, overvotedRank, skippedRank } from '../ballots/ballots.ts';
import type { LeftoverUnits } from './first-preferences.ts';

/**
 * Units of votes by choice where each ballot has at most `most` votes. A ballot without ranks that marks more is void. Ranks give
 * one vote each to the first choices; a rank that does not fit in the votes left, or of unknown choices, ends the ballot.
 * Leftovers are ballots that give no vote at all.
 */
export const readVotes = (ballots: Ballots, most: number) => {
  const { groups, starts, marks, weights, choices } = ballots;
  const counts = new Float64Array(choices.length);
  const leftovers: LeftoverUnits = new Map();
  for (let group = 0; group < groups; group++) {
    const [start, end] = [starts[group]!, starts[group + 1]!];
    const weight = weights[group]!;
    const chosen = votesOf(marks, { start, end, most });
    const given = chosen.filter((choice) => !choices[choice]!.withdrawn);
    for (const choice of given) counts[choice] = counts[choice]! + weight;
    if (given.length > 0) continue;
    const reason = start === end ? 'blank' : chosen.length > 0 ? 'ran-out' : 'overvote';
    leftovers.set(reason, (leftovers.get(reason) ?? 0) + weight);
  }
  return { counts, leftovers };
};

interface Row {
  readonly start: number;
  readonly end: number;
  readonly most: number;
}

const votesOf = (marks: Int16Array, { start, end, most }: Row): number[] => {
  const chosen: number[] = [];
  let through = start;
  for (let i = start; i < end && chosen.length < most; i = through) {
    through = i + 1;
    while (through < end && marks[through]! < 0) through++;
    const mark = marks[i]!;
    if (mark === overvotedRank) break;
    if (mark === skippedRank) continue;
    const before = chosen.length;
    for (let j = i; j < through; j++) {
      const choice = choiceOf(marks[j]!);
      if (!chosen.includes(choice)) chosen.push(choice);
    }
    if (chosen.length > most) return chosen.slice(0, before);
  }
  return chosen;
};
