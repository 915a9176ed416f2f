import { type IrvAssertion, notExcludedBefore, type RankedBallots } from './irv-assertions.ts';

/** Who is still standing, in rising order; `key` tells two such sets apart. */
export interface Standing {
  readonly members: readonly number[];
  readonly key: bigint;
}

export const nobody: Standing = { members: [], key: 0n };

export const withOne = (standing: Standing, candidate: number): Standing => ({
  members: [...standing.members, candidate].sort((a, b) => a - b),
  key: keyWith(standing, candidate),
});

/** The key of the same set and one more. */
export const keyWith = ({ key }: Standing, candidate: number): bigint => key | (1n << BigInt(candidate));

/** What the ballots say about every set of standing candidates, each counted once. */
export interface IrvTallies {
  readonly among: (standing: Standing) => Float64Array;
  readonly before: (winner: number, loser: number) => IrvAssertion;
}

export const createTallies = (ballots: RankedBallots): IrvTallies => {
  const { candidates, groups } = ballots;
  const starts = new Int32Array(groups.length + 1);
  for (const [at, { order }] of groups.entries()) starts[at + 1] = starts[at]! + order.length;
  const marks = new Int16Array(starts[groups.length]!);
  const counts = new Float64Array(groups.length);
  for (const [at, { order, count }] of groups.entries()) {
    marks.set(order, starts[at]!);
    counts[at] = count;
  }
  const known = new Map<bigint, Float64Array>();
  const count = ({ members }: Standing): Float64Array => {
    const votes = new Float64Array(candidates);
    const stands = new Uint8Array(candidates);
    for (const member of members) stands[member] = 1;
    for (let group = 0; group < counts.length; group++) {
      const end = starts[group + 1]!;
      let at = starts[group]!;
      while (at < end && stands[marks[at]!] === 0) at++;
      if (at < end) votes[marks[at]!]! += counts[group]!;
    }
    return votes;
  };
  const pairs = new Map<number, IrvAssertion>();
  return {
    among(standing) {
      const found = known.get(standing.key) ?? count(standing);
      known.set(standing.key, found);
      return found;
    },
    before(winner, loser) {
      const pair = winner * candidates + loser;
      const found = pairs.get(pair) ?? notExcludedBefore(ballots, winner, loser);
      pairs.set(pair, found);
      return found;
    },
  };
};
