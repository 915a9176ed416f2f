/**
 * How voters mark: `choose` marks choices without order (choose one, choose some, approval), `rank` orders them,
 * `score` gives each a whole number or a grade.
 */
export type BallotForm = 'choose' | 'rank' | 'score';

/** A line of the ballot paper. Its number everywhere else is its place in `Ballots.choices`, from 0. */
export interface Choice {
  /** Unique within the ballots; what seeds, lots and files call it. */
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  /** No longer stands; votes pass over it. */
  readonly withdrawn: boolean;
  /** `undeclared`: all write-ins of people who did not stand, together; they can receive votes and never win. */
  readonly writeIn: 'no' | 'declared' | 'undeclared';
}

/** The scores a voter may give: whole numbers; with `grades`, `grades[score - min]` names each, worst first. */
export interface ScoreScale {
  readonly min: number;
  readonly max: number;
  readonly grades: readonly string[] | null;
}

/** What occurs on at least one ballot. */
export interface BallotTraits {
  readonly equalRanks: boolean;
  readonly skippedRanks: boolean;
  readonly overvotes: boolean;
  /** A choice stands at several ranks of one ballot. */
  readonly repeats: boolean;
}

/**
 * All ballots of one contest, identical ones grouped, in typed arrays: about 2 bytes a mark and 12 a group, so that a
 * million different ballots of ten choices take some 35 MB. Plain data: it can be sent to a worker as it is. Treat as read-only.
 *
 * The marks of group g are `marks[starts[g]]` to `marks[starts[g + 1] - 1]`, most wanted rank first. A mark is
 * - a choice 0, 1, 2 …: it opens the next rank;
 * - `beside(choice)`, below 0: the choice shares the rank of the mark before it;
 * - `skippedRank`: the next rank is empty;
 * - `overvotedRank`: the next rank holds more marks than it may, and it is not known which.
 */
export interface Ballots {
  readonly form: BallotForm;
  readonly choices: readonly Choice[];
  /** How many different ballots there are. */
  readonly groups: number;
  /** `groups + 1` long. */
  readonly starts: Uint32Array;
  readonly marks: Int16Array;
  /** Form `score`: the score of each mark, highest first within a group; null in the other forms. */
  readonly scores: Int32Array | null;
  readonly scale: ScoreScale | null;
  /** Per group its weight in units: whole numbers above 0. A ballot of one vote weighs `weightScale` units. */
  readonly weights: Float64Array;
  /** Units in one vote: 1 unless weights have decimals, then 10, 100, … */
  readonly weightScale: number;
  readonly traits: BallotTraits;
  /** Groups stand in the order in which the ballots came, so that equal ballots may stand apart; default false. */
  readonly inOrder?: boolean | undefined;
}

/** The most choices that ballots can have. */
export const mostChoices = 32_000;

/** The mark of an empty rank. */
export const skippedRank = 32_767;

/** The mark of a rank that holds more marks than it may, where it is not known which. */
export const overvotedRank = 32_766;

/** The mark of a choice that shares the rank of the mark before it; its own inverse, so it also reads the choice back. */
export const beside = (choice: number): number => ~choice;

/** The choice of a mark; only for marks that are a choice. */
export const choiceOf = (mark: number): number => (mark < 0 ? ~mark : mark);

/** The sum of all weights in units of 1/`weightScale`; at most 2⁵³ − 1. */
export const totalWeight = ({ weights }: Ballots): number => {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
};
