// The weighted inclusive Gregory method the obvious way: every paper by itself, every total counted anew, in bigints. Shares nothing with
// the real count but the statutes.
import type { LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';

export interface SlowWeighted {
  readonly seats: number;
  /** Units in one vote. */
  readonly unit: bigint;
  readonly quota: (valid: bigint) => bigint;
  readonly newValue: (value: bigint, surplus: bigint, votes: bigint) => bigint;
  /** Those to exclude together, given continuing by votes and all surpluses; default nobody. */
  readonly batch?: (continuing: readonly [number, bigint][], surplus: bigint, vacancies: number) => number[];
  readonly passesZero?: boolean;
  /** Who has the quota stays in the count until its surplus moves, unless as many have it as there are seats. */
  readonly atTransfer?: boolean;
  readonly movesLast?: boolean;
  /** Of the tied, given the totals of earlier stages (the first first). */
  readonly chooseTied: (
    tied: readonly number[],
    want: 'most' | 'fewest',
    earlier: readonly bigint[][],
  ) => number;
}

interface Paper {
  readonly prefers: readonly number[];
  value: bigint;
  at: number | null;
}

/** Elected in order, and the votes of every stage, which is a round. */
export const countSlowly = (
  { choices, ballots }: LooseBallots,
  rule: SlowWeighted,
): { readonly elected: number[]; readonly rounds: bigint[][] } => {
  const all = [...Array(choices).keys()];
  const papers = ballots.flatMap(({ ranks, weight }): Paper[] => {
    const prefers = ranks.flat().filter((choice) => typeof choice === 'number');
    return Array.from({ length: weight }, () => ({ prefers, value: rule.unit, at: prefers[0] ?? null }));
  });
  const hopeful = new Set(all);
  const kept = new Map<number, bigint>();
  const elected: number[] = [];
  const pending = new Set<number>();
  const stages: bigint[][] = [];
  const totals = (): bigint[] =>
    all.map(
      (choice) =>
        kept.get(choice) ?? papers.reduce((sum, { at, value }) => sum + (at === choice ? value : 0n), 0n),
    );
  const valid = BigInt(papers.filter(({ at }) => at !== null).length);
  const quota = rule.quota(valid);
  const moveFrom = (choice: number, value: (paper: Paper) => bigint): void => {
    for (const paper of papers.filter(({ at }) => at === choice)) {
      paper.value = value(paper);
      paper.at = paper.prefers.find((next) => hopeful.has(next)) ?? null;
    }
  };
  const extreme = (among: readonly number[], want: 'most' | 'fewest', votes: readonly bigint[]): number => {
    const tied = extremesOf(among, want, votes);
    return tied.length === 1 ? tied[0]! : rule.chooseTied(tied, want, stages.slice(0, -1));
  };
  const finishes = (votes: readonly bigint[]): boolean => {
    if (elected.length < rule.seats && hopeful.size > rule.seats - elected.length) return false;
    if (elected.length < rule.seats)
      elected.push(...[...hopeful].sort((a, b) => Number(votes[b]! - votes[a]!) || a - b));
    return true;
  };
  for (;;) {
    const votes = totals();
    stages.push(votes);
    const winners = [...hopeful].filter((choice) => votes[choice]! >= quota);
    const waits = rule.atTransfer === true && elected.length + winners.length < rule.seats;
    if (waits) pending.clear();
    for (const choice of winners.sort((a, b) => Number(votes[b]! - votes[a]!) || a - b)) {
      pending.add(choice);
      if (!waits && hopeful.delete(choice)) elected.push(choice);
    }
    if (finishes(votes)) return { elected, rounds: stages };
    const surplus = [...pending].reduce((sum, choice) => sum + votes[choice]! - quota, 0n);
    const lots = [...hopeful].map((choice): [number, bigint] => [choice, votes[choice]!]);
    const batch =
      rule.batch?.(
        lots.sort((a, b) => Number(a[1] - b[1])),
        surplus,
        rule.seats - elected.length,
      ) ?? [];
    const moving = [...pending].filter((choice) => rule.passesZero || votes[choice]! > quota);
    if (batch.length === 0 && moving.length > 0) {
      const from = extreme(moving, 'most', votes);
      pending.delete(from);
      if (hopeful.delete(from)) elected.push(from);
      moveFrom(from, ({ value }) => rule.newValue(value, votes[from]! - quota, votes[from]!));
      kept.set(from, quota);
      continue;
    }
    const out = batch.length > 0 ? batch : [extreme([...hopeful], 'fewest', votes)];
    for (const choice of out) hopeful.delete(choice);
    if (!rule.movesLast && finishes(votes)) return { elected, rounds: stages };
    for (const choice of out) moveFrom(choice, ({ value }) => value);
  }
};

const extremesOf = (
  among: readonly number[],
  want: 'most' | 'fewest',
  votes: readonly bigint[],
): number[] => {
  const figures = among.map((choice) => votes[choice]!);
  const best = figures.reduce((a, b) => ((want === 'most' ? a > b : a < b) ? a : b));
  return among.filter((choice) => votes[choice] === best).sort((a, b) => a - b);
};

/** Ties by the latest earlier stage that tells them apart, then the order of the paper, as T02 reads it. */
export const latestThenPaper: SlowWeighted['chooseTied'] = (tied, want, earlier) => {
  let left = [...tied];
  for (const votes of [...earlier].reverse()) {
    const figures = left.map((choice) => votes[choice]!);
    const best = figures.reduce((a, b) => ((want === 'most' ? a > b : a < b) ? a : b));
    left = left.filter((choice) => votes[choice] === best);
  }
  return want === 'most' ? left[0]! : left.at(-1)!;
};

/** The lowest of whom all votes and surpluses together stay below the next, equal votes together, enough remaining. */
export const hopelessSlowly: NonNullable<SlowWeighted['batch']> = (continuing, surplus, vacancies) => {
  for (let size = continuing.length - Math.max(1, vacancies); size > 0; size--) {
    const [set, rest] = [continuing.slice(0, size), continuing.slice(size)];
    const together = set.reduce((sum, [, votes]) => sum + votes, surplus);
    if (together < rest[0]![1] && set.at(-1)![1] < rest[0]![1]) return set.map(([choice]) => choice);
  }
  return [];
};
