import { type Ballots, beside, choiceOf, overvotedRank, skippedRank } from './ballots.ts';

/** One rank as people write it: its choices, none when skipped; `overvote` where its choices are not known. */
export type Rank = readonly number[] | 'overvote';

/** Ranks, most wanted first, as marks: `[[2], [0, 1], [], [3]]` is third choice, then the first two equally, a gap, the fourth. */
export const marksOf = (ranks: readonly Rank[]): number[] =>
  ranks.flatMap((rank) => {
    if (rank === 'overvote') return [overvotedRank];
    if (rank.length === 0) return [skippedRank];
    return rank.map((choice, i) => (i === 0 ? choice : beside(choice)));
  });

/** The ranks of one group of ballots, most wanted first. */
export const ranksOf = ({ starts, marks }: Ballots, group: number): Rank[] => {
  const ranks: (number[] | 'overvote')[] = [];
  for (let i = starts[group]!; i < starts[group + 1]!; i++) {
    const mark = marks[i]!;
    const last = ranks.at(-1);
    if (mark === overvotedRank) ranks.push('overvote');
    else if (mark === skippedRank) ranks.push([]);
    else if (mark < 0 && Array.isArray(last)) last.push(choiceOf(mark));
    else ranks.push([choiceOf(mark)]);
  }
  return ranks;
};
