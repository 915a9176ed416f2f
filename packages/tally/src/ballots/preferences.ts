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
  /** How many empty ranks in a row a ballot may have, where that is said by a number: then `skippedRanks` says nothing. */
  readonly skippedRanksAllowed?: number | null | undefined;
  /**
   * A choice named again, also in a rank that is passed over as an overvote: the mark is passed over, or the ballot ends there, or it
   * has ended where the choice was named first.
   */
  readonly repeats: 'skip' | 'exhaust' | 'exhaust-at-first';
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
  const limit = mostSkipped(rules) + 1;
  const endAtRepeats = rules.repeats !== 'skip';
  const early = rules.repeats === 'exhaust-at-first' && ballots.traits.repeats;
  const ranksShared = rules.overvotes === 'exhaust-if-several';
  let length = 0;
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    const mine = group + 1;
    let skipped = 0;
    let reason: number = ranOut;
    let i = starts[group]!;
    const until = early ? firstRepeated(marks, i, end) : end;
    if (i < end && i === until) reason = repeated;
    while (i < end && reason === ranOut) {
      const mark = marks[i]!;
      let next = i + 1;
      while (next < end && marks[next]! < 0) next++;
      if (mark === skippedRank) {
        skipped++;
        if (skipped >= limit) reason = tooManySkipped;
      } else {
        skipped = 0;
        if (mark === overvotedRank) {
          if (rules.overvotes !== 'skip') reason = overvoted;
        } else if (next > i + 1) {
          if (endAtRepeats && namesAgain({ marks, from: i, to: next }, seen, mine)) reason = repeated;
          else if (rules.overvotes === 'exhaust') reason = overvoted;
          else {
            const rank = { marks, from: i, to: next };
            if (ranksShared || endAtRepeats) name(rank, seen, mine);
            if (ranksShared) length = pushShared(rank, { order, length, withdrawn });
          }
        } else if (seen[mark] === mine) {
          if (endAtRepeats) reason = repeated;
        } else {
          seen[mark] = mine;
          if (withdrawn[mark] === 0) order[length++] = mark;
        }
      }
      i = next;
      if (reason === ranOut && i < end && i === until) reason = repeated;
    }
    ends[group] = reason;
    from[group + 1] = length;
  }
  return { groups, starts: from, order: order.slice(0, length), ends, weights };
};

const [ranOut, overvoted, tooManySkipped, repeated] = [0, 1, 2, 3] as const;

/** Where the first rank begins that names a choice which is named again later; the end where there is none. */
const firstRepeated = (marks: Int16Array, from: number, to: number): number => {
  let rank = from;
  for (let i = from; i < to; i++) {
    const mark = marks[i]!;
    if (mark >= 0) rank = i;
    if (mark === skippedRank || mark === overvotedRank) continue;
    for (let j = i + 1; j < to; j++)
      if (marks[j] !== skippedRank && choiceOf(marks[j]!) === choiceOf(mark)) return rank;
  }
  return to;
};

/** How many empty ranks in a row do not yet end a ballot. */
const mostSkipped = ({ skippedRanks, skippedRanksAllowed }: MarkingRules): number => {
  if (typeof skippedRanksAllowed === 'number') return skippedRanksAllowed;
  return skippedRanks === 'skip' ? Infinity : skippedRanks === 'exhaust' ? 0 : 1;
};

/** The marks of one rank: places `from` to `to - 1`. */
interface RankMarks {
  readonly marks: Int16Array;
  readonly from: number;
  readonly to: number;
}

/** Whether the ballot, which writes `mine` beside whom it has named, names one of these again. */
const namesAgain = ({ marks, from, to }: RankMarks, seen: Int32Array, mine: number): boolean => {
  for (let i = from; i < to; i++) if (seen[choiceOf(marks[i]!)] === mine) return true;
  return false;
};

const name = ({ marks, from, to }: RankMarks, seen: Int32Array, mine: number): void => {
  for (let i = from; i < to; i++) seen[choiceOf(marks[i]!)] = mine;
};

interface Pushing {
  readonly order: Int16Array;
  readonly length: number;
  readonly withdrawn: Uint8Array;
}

/** Writes a rank of several choices behind the order; answers its new length. */
const pushShared = ({ marks, from, to }: RankMarks, { order, length, withdrawn }: Pushing): number => {
  let end = length;
  for (let i = from; i < to; i++) {
    const choice = choiceOf(marks[i]!);
    if (withdrawn[choice] === 0) order[end] = end++ === length ? choice : beside(choice);
  }
  return end;
};
