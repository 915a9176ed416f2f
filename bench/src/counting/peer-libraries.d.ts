// The libraries of others that methods are measured beside; none of them brings types.

declare module 'caritat' {
  interface Ballot {
    readonly count: number;
  }
  interface Election {
    ballots: readonly Ballot[];
  }
  const caritat: {
    readonly Ballot: new (votes: readonly string[], count: number) => Ballot;
    readonly Election: new (config: { readonly candidates: readonly string[] }) => Election;
    readonly irv: (
      election: Election,
      config: { readonly tiebreak: (tied: readonly string[]) => string | undefined },
    ) => string;
    readonly stv: {
      readonly meek: (election: Election, config: { readonly seats: number }) => string[];
    };
  };
  export = caritat;
}

declare module 'dhondt' {
  const dhondt: {
    readonly compute: (votes: readonly number[], seats: number) => number[];
  };
  export = dhondt;
}

declare module 'schulze-method' {
  const schulze: {
    /** `ballots[b][c]` is the rank of choice c; lower is better. */
    readonly run: (
      choices: number,
      ballots: readonly (readonly number[])[],
    ) => { readonly place: number; readonly indexes: readonly number[] }[];
  };
  export = schulze;
}
