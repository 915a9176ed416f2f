/** Who gets the seats of one district. Choices are places of the ballot. */
export interface Allocation {
  /** Per choice the seats that are certain. */
  readonly seats: number[];
  /** Equal claims that the votes do not decide: one seat each for `seatsAtStake` of these choices. */
  readonly tie: SeatTie | null;
  /** Choices shut out by the threshold, in ballot order. */
  readonly excluded: number[];
  /** Seats that nobody may have, because nobody with a vote passed the threshold or there are fewer choices than seats. */
  readonly unallocated: number;
}

export interface SeatTie {
  readonly choices: number[];
  readonly seatsAtStake: number;
}
