/** Why ballots cannot be counted as asked; nothing was counted. */
export interface CountProblem {
  readonly code:
    | 'unknown_option'
    | 'option_invalid'
    | 'seats_invalid'
    | 'form_unsupported'
    | 'nobody_stands'
    | 'lot_invalid'
    /** These ballots need a rule that the method does not have, such as for equal ranks. */
    | 'ballots_unsupported';
  /** The setting concerned: `seats`, `ballots`, `ties`, or the option's name. */
  readonly field: string;
  /** English, for people. */
  readonly message: string;
}
