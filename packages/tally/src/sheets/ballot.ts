/** One line of the ballot paper. People may send its id or its code; messages show its name. */
export interface BallotChoice {
  readonly id: string;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}

/** The ballot of one contest, indexed for reading sheets. Build it once per contest with `createBallot`. */
export interface Ballot {
  readonly choices: readonly BallotChoice[];
  /** Id or code → place in ballot order. */
  readonly positions: ReadonlyMap<string, number>;
  /** Whether an id or code that is not on this ballot belongs to another contest of the election. */
  readonly isForeign: (key: string) => boolean;
}

/** Throws when two choices share an id or a code. */
export const createBallot = (
  choices: readonly BallotChoice[],
  isForeign: (key: string) => boolean = () => false,
): Ballot => {
  const positions = new Map<string, number>();
  for (const [position, { id, code }] of choices.entries()) {
    for (const key of code === undefined || code === id ? [id] : [id, code]) {
      if (positions.has(key)) throw new Error(`two choices of one ballot are called ${key}`);
      positions.set(key, position);
    }
  }
  return { choices, positions, isForeign };
};

/** How messages call a choice. */
export const choiceLabel = ({ id, code, name }: BallotChoice): string => name ?? code ?? id;

/** The label of the choice at a place of the ballot; throws when there is none. */
export const labelAt = (ballot: Ballot, position: number): string => choiceLabel(choiceAt(ballot, position));

/** The field of a sheet that holds the votes of the choice at a place of the ballot. */
export const voteField = (ballot: Ballot, position: number): string =>
  `votes.${choiceAt(ballot, position).id}`;

const choiceAt = (ballot: Ballot, position: number): BallotChoice => {
  const choice = ballot.choices[position];
  if (choice === undefined) throw new RangeError(`the ballot has no choice ${position}`);
  return choice;
};
