import type { Result } from '@comitium/basics';
import type { BallotRefusal } from '../ballots/ballot-refusal.ts';
import type { Ballots } from '../ballots/ballots.ts';
import type { FileProblem, FileProblemCode } from './file-problem.ts';

/** What a file of ballots says. */
export interface BallotFile {
  readonly ballots: Ballots;
  /** What the file calls the election or contest; null where it says nothing. */
  readonly title: string | null;
  /** Seats to fill, where the file says so. */
  readonly seats: number | null;
}

/** How the ballots of a file are kept. */
export interface KeepingPlan {
  /** In the order of the file, for counts that ask for it, which takes more memory; default: identical ballots are grouped. */
  readonly inOrder?: boolean | undefined;
}

/** Reads a file as it arrives, in pieces of any size, without holding the whole. Used once. */
export interface BallotFileReader {
  readonly push: (text: string) => void;
  /** The ballots, or every problem in the order of the file. */
  readonly end: () => Result<BallotFile, FileProblem[]>;
}

/** Reads a whole text with a reader. */
export const readWhole = (reader: BallotFileReader, text: string): Result<BallotFile, FileProblem[]> => {
  reader.push(text);
  return reader.end();
};

/** Why ballots cannot be written in a format without losing something. */
export interface WriteProblem {
  readonly code: 'not_expressible';
  /** English, for people: what the format has no form for. */
  readonly message: string;
}

/** Text in pieces, so that a large file never is one string. */
export type Pieces = Iterable<string>;

/** What a refused ballot is called in a file. */
export const codeOfRefusal = ({ code }: BallotRefusal): FileProblemCode => {
  switch (code) {
    case 'repeated_in_rank':
      return 'repeated_choice';
    case 'rank_without_first':
      return 'malformed';
    case 'score_out_of_scale':
      return 'score_invalid';
    default:
      return code;
  }
};
