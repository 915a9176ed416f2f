import type { BallotRefusal, BallotRefusalCode } from './ballot-refusal.ts';
import { type BallotTraits, beside, choiceOf, mostChoices, overvotedRank, skippedRank } from './ballots.ts';
import type { Row } from './group-table.ts';

/** Reads one ballot after the other into the same memory, in the one form that equal ballots share, and checks it. */
export interface BallotReader {
  /** The ballot read last, when it was fit. */
  readonly row: { -readonly [K in keyof Row]: Row[K] };
  /** What the fit ballots held. */
  readonly traits: { -readonly [K in keyof BallotTraits]: boolean };
  /** Per choice the ballot and the rank that named it last. */
  seenBallot: Float64Array;
  seenRank: Int32Array;
  ballots: number;
  /** A choice that stands at two ranks of one ballot refuses it. */
  readonly refuseRepeats: boolean;
}

/** The most marks on one ballot; longer ones are refused. */
const longest = 2 * mostChoices;

export const createBallotReader = (withScores: boolean, refuseRepeats = false): BallotReader => ({
  row: {
    marks: new Int16Array(64),
    scores: withScores ? new Int32Array(64) : null,
    length: 0,
  },
  traits: { equalRanks: false, skippedRanks: false, overvotes: false, repeats: false },
  seenBallot: new Float64Array(64),
  seenRank: new Int32Array(64),
  ballots: 0,
  refuseRepeats,
});

/** Reads a ballot of ranks into `reader.row`. Null when it is fit. */
export const readRanks = (
  reader: BallotReader,
  marks: ArrayLike<number>,
  choices: number,
): BallotRefusal | null => {
  const { row, traits } = reader;
  reader.ballots++;
  let length = marks.length;
  while (length > 0 && marks[length - 1] === skippedRank) length--;
  if (length > longest) return refuse('too_many_marks', null);
  makeRoom(reader, length, choices);
  const found = { equalRanks: false, skippedRanks: false, overvotes: false, repeats: false };
  let rank = 0;
  let before = skippedRank;
  for (let i = 0; i < length; i++) {
    const mark = marks[i]!;
    if (mark >= 0) rank++;
    if (mark === skippedRank) found.skippedRanks = true;
    else if (mark === overvotedRank) found.overvotes = true;
    else {
      const choice = choiceOf(mark);
      if (!(Number.isInteger(mark) && choice < choices)) return refuse('unknown_choice', choice);
      if (mark < 0 && (before === skippedRank || before === overvotedRank))
        return refuse('rank_without_first', choice);
      if (mark < 0) found.equalRanks = true;
      const seen = reader.seenBallot[choice] === reader.ballots;
      if (seen && reader.seenRank[choice] === rank) return refuse('repeated_in_rank', choice);
      if (seen && reader.refuseRepeats) return refuse('repeated_choice', choice);
      if (seen) found.repeats = true;
      reader.seenBallot[choice] = reader.ballots;
      reader.seenRank[choice] = rank;
    }
    row.marks[i] = mark;
    before = mark;
  }
  row.length = length;
  if (found.equalRanks) sortRanks(row);
  traits.equalRanks ||= found.equalRanks;
  traits.skippedRanks ||= found.skippedRanks;
  traits.overvotes ||= found.overvotes;
  traits.repeats ||= found.repeats;
  return null;
};

/** Choices and the score of each, both in any order. */
export interface ScoredBallot {
  readonly marks: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  /** The marks are ranks too: equal scores are in one rank only where a mark is beside the one before it. */
  readonly ordered: boolean;
}

/** What may be on a ballot of scores. */
export interface ScoreLimits {
  readonly choices: number;
  readonly min: number;
  readonly max: number;
}

/** Reads a ballot of scores into `reader.row`, highest first, equal scores in one rank unless an order says more. Null when it is fit. */
export const readScores = (
  reader: BallotReader,
  { marks, scores, ordered }: ScoredBallot,
  { choices, min, max }: ScoreLimits,
): BallotRefusal | null => {
  const { row, traits } = reader;
  reader.ballots++;
  if (scores.length !== marks.length) return refuse('score_missing', null);
  makeRoom(reader, Math.min(marks.length, choices), choices);
  const given: { choice: number; score: number; rank: number }[] = [];
  let rank = 0;
  for (let i = 0; i < marks.length; i++) {
    const [mark, score] = [marks[i]!, scores[i]!];
    const choice = ordered ? choiceOf(mark) : mark;
    if (ordered && mark >= 0) rank++;
    if (!(Number.isInteger(choice) && choice >= 0 && choice < choices))
      return refuse('unknown_choice', choice);
    if (reader.seenBallot[choice] === reader.ballots) return refuse('repeated_in_rank', choice);
    reader.seenBallot[choice] = reader.ballots;
    if (!(Number.isInteger(score) && score >= min && score <= max))
      return refuse('score_out_of_scale', choice);
    given.push({ choice, score, rank });
  }
  given.sort((a, b) => b.score - a.score || a.rank - b.rank || a.choice - b.choice);
  for (const [i, { choice, score, rank: own }] of given.entries()) {
    const equal = given[i - 1]?.score === score && given[i - 1]?.rank === own;
    traits.equalRanks ||= equal;
    row.marks[i] = equal ? beside(choice) : choice;
    if (row.scores !== null) row.scores[i] = score;
  }
  row.length = given.length;
  return null;
};

/** Memory follows the largest ballot: most papers are short, and tests make many builders. */
const makeRoom = (reader: BallotReader, length: number, choices: number): void => {
  const { row } = reader;
  if (length > row.marks.length) {
    row.marks = new Int16Array(2 * length);
    if (row.scores !== null) row.scores = new Int32Array(2 * length);
  }
  if (choices > reader.seenBallot.length) {
    const seenBallot = new Float64Array(2 * choices);
    seenBallot.set(reader.seenBallot);
    const seenRank = new Int32Array(2 * choices);
    seenRank.set(reader.seenRank);
    Object.assign(reader, { seenBallot, seenRank });
  }
};

const refuse = (code: BallotRefusalCode, choice: number | null): BallotRefusal => ({ code, choice });

/** Within each rank the choices in ballot order, so that A=B and B=A are one group. */
const sortRanks = ({ marks, length }: Row): void => {
  let first = 0;
  while (first < length) {
    let end = first + 1;
    while (end < length && marks[end]! < 0) end++;
    if (end - first > 1) {
      marks[first] = beside(marks[first]!);
      // Among negative marks the nearest to zero is the first choice of the paper.
      marks.subarray(first, end).sort().reverse();
      marks[first] = choiceOf(marks[first]!);
    }
    first = end;
  }
};
