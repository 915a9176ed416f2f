// The Reference Meek Rule the obvious way: every ballot by itself, in bigints of 10⁻⁹, step by step as it is written.
import type { LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';

const one = 1_000_000_000n;
const up = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;

export interface SlowKeeping {
  readonly seats: number;
  /** `share`: Meek. `price`: Warren. */
  readonly keep: 'share' | 'price';
  readonly chooseTied: (tied: readonly number[]) => number;
}

/** Elected in order, and the votes of every round. */
export const keepSlowly = (
  { choices, ballots }: LooseBallots,
  { seats, keep, chooseTied }: SlowKeeping,
): { readonly elected: number[]; readonly rounds: bigint[][] } => {
  const all = Array.from({ length: choices }, (_, choice) => choice);
  const papers = ballots.map(({ ranks, weight }) => ({
    prefers: ranks.flat().filter((choice) => typeof choice === 'number'),
    weight: BigInt(weight),
  }));
  const factor = all.map(() => one);
  const hopeful = new Set(all);
  const elected: number[] = [];
  const rounds: bigint[][] = [];
  const distribute = (): bigint[] => {
    const votes = all.map(() => 0n);
    for (const { prefers, weight } of papers) {
      let left = one;
      for (const choice of prefers) {
        const wanted = keep === 'share' ? up(left * factor[choice]!, one) : factor[choice]!;
        const kept = wanted < left ? wanted : left;
        votes[choice] = votes[choice]! + kept * weight;
        left -= kept;
      }
    }
    return votes;
  };
  const iterate = (): { votes: bigint[]; surplus: bigint; won: number[] } => {
    for (let before: bigint | null = null; ; ) {
      const votes = distribute();
      const quota = votes.reduce((a, b) => a + b, 0n) / BigInt(seats + 1) + 1n;
      const won = [...hopeful].filter((choice) => votes[choice]! >= quota);
      const sum = elected.reduce((total, choice) => total + votes[choice]! - quota, 0n);
      const surplus = sum < 0n ? 0n : sum;
      if (won.length > 0 || surplus < 1_000n || (before !== null && surplus >= before))
        return { votes, surplus, won };
      before = surplus;
      for (const choice of elected)
        factor[choice] = up(up(factor[choice]! * quota, one) * one, votes[choice]!);
    }
  };
  const byVotes = (votes: readonly bigint[]) => (a: number, b: number) =>
    Number(votes[b]! - votes[a]!) || a - b;
  for (;;) {
    const { votes, surplus, won } = iterate();
    rounds.push(votes);
    for (const choice of won.sort(byVotes(votes))) {
      hopeful.delete(choice);
      elected.push(choice);
    }
    const done = () => elected.length >= seats || hopeful.size <= seats - elected.length;
    if (!done() && won.length === 0) {
      const least = [...hopeful].map((choice) => votes[choice]!).sort((a, b) => Number(a - b))[0]!;
      const low = [...hopeful].filter((choice) => votes[choice]! <= least + surplus);
      const out = low.length === 1 ? low[0]! : chooseTied(low);
      hopeful.delete(out);
      factor[out] = 0n;
    }
    if (!done()) continue;
    if (elected.length < seats) elected.push(...[...hopeful].sort(byVotes(votes)));
    return { elected, rounds };
  }
};
