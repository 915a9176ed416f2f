/** Why a ballot cannot be added. `choice` is the number that is wrong, where one is. */
export interface BallotRefusal {
  readonly code: BallotRefusalCode;
  readonly choice: number | null;
}

export type BallotRefusalCode =
  | 'unknown_choice'
  | 'too_many_marks'
  | 'repeated_in_rank'
  | 'repeated_choice'
  | 'rank_without_first'
  | 'score_missing'
  | 'score_out_of_scale'
  | 'weight_invalid'
  | 'weight_too_large';
