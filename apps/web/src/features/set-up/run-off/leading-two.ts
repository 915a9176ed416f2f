interface Standing {
  /** The choice's code. */
  readonly choice: string;
  readonly votes: number;
}

export interface LeadingTwo {
  /** Who would stand again: two, or more where the votes do not decide which two. */
  readonly choices: readonly string[];
  /** Those who are level for the last place, where there are more of them than places. */
  readonly tied: readonly string[];
}

/** The two choices with the most votes. A tie is never broken here: all who are level are named. */
export const leadingTwo = (standings: readonly Standing[]): LeadingTwo => {
  const ranked = standings.filter(({ votes }) => votes > 0).toSorted((a, b) => b.votes - a.votes);
  const last = ranked[1]?.votes ?? 0;
  const choices = ranked.filter(({ votes }) => votes >= last).map(({ choice }) => choice);
  const level = ranked.filter(({ votes }) => votes === last).map(({ choice }) => choice);
  return { choices: ranked.length < 2 ? [] : choices, tied: choices.length > 2 ? level : [] };
};
