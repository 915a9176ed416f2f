import { type Ballots, beside, choiceOf, overvotedRank, skippedRank } from './ballots.ts';

/** What a count of single preferences does with marks that are no clear preference. */
export interface MarkingRules {
  /**
   * More than one choice at a rank: the ballot ends there, or the rank is passed over; or, for counts that exclude choices, the
   * ballot ends there only while several of them are in the count.
   */
  readonly overvotes: 'exhaust' | 'skip' | 'exhaust-if-several';
  /** Empty ranks: passed over however many, or the ballot ends at the first, or at two in a row. */
  readonly skippedRanks: 'skip' | 'exhaust' | 'exhaust-at-two';
  /** A choice named again: the mark is passed over, or the ballot ends there. */
  readonly repeats: 'skip' | 'exhaust';
}

/** Why a ballot says no more after its last preference; an index into the totals of a count. */
export const endings = ['ran-out', 'overvote', 'skipped-ranks', 'repeat'] as const;
export type Ending = (typeof endings)[number];

/**
 * Every ballot as a strict order of choices. The preferences of group g are `order[starts[g]]` to `order[starts[g + 1] - 1]`;
 * after the last the ballot is exhausted for the reason `endings[ends[g]]`. Withdrawn choices are left out. Weights are
 * those of the ballots, group by group.
 *
 * Under `overvotes: exhaust-if-several` a preference below 0 is `beside(choice)` and shares the rank of the one before it.
 */
export interface Preferences {
  readonly groups: number;
  readonly starts: Uint32Array;
  readonly order: Int16Array;
  readonly ends: Uint8Array;
  readonly weights: Float64Array;
}

/** Reads ballots under marking rules. A rank whose choices but one have withdrawn still counts as an overvote. */
export const readPreferences = (ballots: Ballots, rules: MarkingRules): Preferences => {
  const { groups, starts, marks, weights, choices } = ballots;
  const from = new Uint32Array(groups + 1);
  const order = new Int16Array(marks.length);
  const ends = new Uint8Array(groups);
  // Per choice one more than the group that named it last.
  const seen = new Int32Array(choices.length);
  const withdrawn = Uint8Array.from(choices, (choice) => (choice.withdrawn ? 1 : 0));
  const limit = rules.skippedRanks === 'skip' ? Infinity : rules.skippedRanks === 'exhaust' ? 1 : 2;
  let length = 0;
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    let skipped = 0;
    let i = starts[group]!;
    while (i < end) {
      const mark = marks[i]!;
      const shared = i + 1 < end && marks[i + 1]! < 0;
      if (mark === skippedRank) {
        skipped++;
        if (skipped >= limit) break;
      } else {
        skipped = 0;
        if (mark === overvotedRank || shared) {
          if (rules.overvotes === 'exhaust') break;
          if (rules.overvotes === 'exhaust-if-several') {
            if (mark === overvotedRank) break;
            const before = length;
            for (let j = i; j < end && (j === i || marks[j]! < 0); j++) {
              const choice = choiceOf(marks[j]!);
              seen[choice] = group + 1;
              if (withdrawn[choice] === 0) order[length] = length++ === before ? choice : beside(choice);
            }
          }
        } else if (seen[choiceOf(mark)] === group + 1) {
          if (rules.repeats === 'exhaust') break;
        } else {
          seen[mark] = group + 1;
          if (withdrawn[mark] === 0) order[length++] = mark;
        }
      }
      i++;
      while (i < end && marks[i]! < 0) i++;
    }
    ends[group] = i < end ? endingAt(marks[i]!, i + 1 < end && marks[i + 1]! < 0) : 0;
    from[group + 1] = length;
  }
  return { groups, starts: from, order: order.slice(0, length), ends, weights };
};

const endingAt = (mark: number, shared: boolean): number => {
  if (mark === skippedRank) return endings.indexOf('skipped-ranks');
  return endings.indexOf(mark === overvotedRank || shared ? 'overvote' : 'repeat');
};
