import type { IrvAssertion } from './irv-assertions.ts';
import { nobody, type Standing, withOne } from './irv-tallies.ts';

interface Contest {
  readonly candidates: number;
  readonly winner: number;
}

/** Sets of standing candidates that may be looked at in all; what is left then is kept as it is. */
const mostSets = 40_000;

/**
 * The same statements without those that the others make needless, hardest first: orders that one of them refutes may be refuted by
 * the others a few exclusions earlier. The hardest decide what the audit costs, so the order of dropping does not.
 */
export const dropNeedless = (assertions: readonly IrvAssertion[], contest: Contest): IrvAssertion[] => {
  const refutation = createRefutation(assertions, contest.candidates);
  const budget = { sets: mostSets };
  return assertions.filter((assertion) => {
    if (budget.sets <= 0) return true;
    refutation.drop(assertion);
    if (refutesAll(refutation, contest, budget)) return false;
    refutation.restore(assertion);
    return true;
  });
};

/** Whether the statements contradict every exclusion order that another candidate survives. */
export const refuteAll = (assertions: readonly IrvAssertion[], contest: Contest): boolean =>
  refutesAll(createRefutation(assertions, contest.candidates), contest, { sets: Number.POSITIVE_INFINITY });

/** False also where the budget does not suffice. */
const refutesAll = (
  { refutes }: Refutation,
  { candidates, winner }: Contest,
  budget: { sets: number },
): boolean => {
  const seen = new Set<bigint>();
  const open: Standing[] = [nobody];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (from.members.length === candidates || --budget.sets < 0) return false;
    for (let first = 0; first < candidates; first++) {
      if (from.members.includes(first) || (from === nobody && first === winner)) continue;
      const standing = withOne(from, first);
      if (seen.has(standing.key) || refutes(first, standing)) continue;
      seen.add(standing.key);
      open.push(standing);
    }
  }
  return true;
};

interface Refutation {
  /** Whether one of the statements refutes that `first` goes next when `standing` are left. */
  readonly refutes: (first: number, standing: Standing) => boolean;
  readonly drop: (assertion: IrvAssertion) => void;
  readonly restore: (assertion: IrvAssertion) => void;
}

const createRefutation = (assertions: readonly IrvAssertion[], candidates: number): Refutation => {
  const before = new Uint8Array(candidates * candidates);
  const next = new Set<bigint>();
  const restore = (assertion: IrvAssertion): void => {
    if (assertion.kind === 'not-excluded-before') before[assertion.winner * candidates + assertion.loser] = 1;
    else next.add(stepOf(assertion.winner, keyOf(assertion.standing)));
  };
  for (const assertion of assertions) restore(assertion);
  return {
    refutes(first, { members, key }) {
      for (let other = 0; other < candidates; other++) {
        if (other === first) continue;
        const pair = members.includes(other) ? first * candidates + other : other * candidates + first;
        if (before[pair] === 1) return true;
      }
      return next.has(stepOf(first, key));
    },
    drop(assertion) {
      if (assertion.kind === 'not-excluded-before')
        before[assertion.winner * candidates + assertion.loser] = 0;
      else next.delete(stepOf(assertion.winner, keyOf(assertion.standing)));
    },
    restore,
  };
};

const keyOf = (standing: readonly number[]): bigint =>
  standing.reduce((key, one) => key | (1n << BigInt(one)), 0n);

const stepOf = (first: number, key: bigint): bigint => (key << 16n) | BigInt(first);
