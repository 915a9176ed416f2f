/** Ballots of an instant run-off: rankings, best first, without repetitions; equal ones together. */
export interface RankedBallots {
  readonly candidates: number;
  readonly groups: readonly { readonly order: readonly number[]; readonly count: number }[];
}

/** A statement about the ballots that a polling or comparison audit can test like a two-candidate contest. */
export type IrvAssertion = {
  readonly winner: number;
  readonly loser: number;
  /** Votes for winner and loser in the sense of the statement; it is true when the first is larger. */
  readonly forWinner: number;
  readonly forLoser: number;
} & (
  | {
      /** The winner cannot be excluded before the loser: his first preferences alone beat all that the loser can ever have while he stands. */
      readonly kind: 'not-excluded-before';
    }
  | {
      /** Where only these stand, the winner has more votes than the loser, so that he is not the next to go. */
      readonly kind: 'not-excluded-next';
      readonly standing: readonly number[];
    }
);

export const notExcludedBefore = (ballots: RankedBallots, winner: number, loser: number): IrvAssertion => {
  let [forWinner, forLoser] = [0, 0];
  for (const { order, count } of ballots.groups) {
    if (order[0] === winner) forWinner += count;
    const [mine, theirs] = [order.indexOf(winner), order.indexOf(loser)];
    if (theirs >= 0 && (mine < 0 || theirs < mine)) forLoser += count;
  }
  return { kind: 'not-excluded-before', winner, loser, forWinner, forLoser };
};

/** Votes of those who stand when everybody else has been excluded. */
export const votesAmong = (ballots: RankedBallots, standing: readonly number[]): number[] => {
  const votes = new Array<number>(ballots.candidates).fill(0);
  for (const { order, count } of ballots.groups) {
    const first = order.find((candidate) => standing.includes(candidate));
    if (first !== undefined) votes[first]! += count;
  }
  return votes;
};
