/** Something in a file that cannot be read as its format defines; nothing is guessed in its place. */
export interface FileProblem {
  readonly code: FileProblemCode;
  /** From 1. What is missing at the end stands at the line after the last. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** English, for people: what is there, and what was expected. */
  readonly message: string;
  /** With `contest_missing`: the contests of the file, one of which must be named by its id. */
  readonly contests?: readonly { readonly id: string; readonly name: string }[];
}

export type FileProblemCode =
  | 'malformed'
  | 'unexpected_text'
  | 'unexpected_end'
  | 'not_supported'
  | 'number_invalid'
  | 'weight_invalid'
  | 'weight_too_large'
  | 'ballot_not_ended'
  | 'unknown_choice'
  | 'repeated_choice'
  | 'duplicate_name'
  | 'too_many_choices'
  | 'too_many_marks'
  | 'header_missing'
  | 'header_repeated'
  | 'count_differs'
  | 'incomplete_order'
  | 'tie_not_allowed'
  | 'score_missing'
  | 'score_invalid'
  | 'order_contradicts_scores'
  | 'column_missing'
  | 'contest_missing'
  | 'mark_undecided'
  /** Which snapshot of a record counts must be said. */
  | 'snapshot_undecided'
  | 'no_ballots'
  | 'more_problems';

/** A place in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ProblemList {
  readonly add: (code: FileProblemCode, place: Place, message: string) => void;
  /** In the order of the file; when there are more than can be of use, the last says how many are left out. */
  readonly list: () => FileProblem[];
}

/** More than these are counted, not kept: a file of the wrong kind has one in every line. */
const most = 1000;

export const createProblemList = (): ProblemList => {
  const problems: FileProblem[] = [];
  let more = 0;
  let last: Place = { line: 1, column: 1 };
  return {
    add(code, { line, column }, message) {
      last = { line, column };
      if (problems.length < most) problems.push({ code, line, column, message });
      else more++;
    },
    list() {
      const sorted = problems.sort((a, b) => a.line - b.line || a.column - b.column);
      if (more === 0) return [...sorted];
      return [...sorted, { code: 'more_problems', ...last, message: `And ${more} more.` }];
    },
  };
};
