import type { Ballots } from './ballots.ts';

/**
 * The same ballots with their groups in the one order that depends on nothing but the ballots themselves. For methods
 * that go through ballots one by one, so that whoever sorts the pile does not decide the count.
 */
export const inCanonicalOrder = (ballots: Ballots): Ballots => {
  const { groups, starts, marks, scores, weights } = ballots;
  const order = Uint32Array.from({ length: groups }, (_, group) => group);
  order.sort((a, b) => compareRows(ballots, a, b));
  const sorted = {
    starts: new Uint32Array(groups + 1),
    marks: new Int16Array(marks.length),
    scores: scores === null ? null : new Int32Array(scores.length),
    weights: new Float64Array(groups),
  };
  for (const [place, group] of order.entries()) {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    const start = sorted.starts[place]!;
    sorted.marks.set(marks.subarray(from, to), start);
    if (scores !== null) sorted.scores?.set(scores.subarray(from, to), start);
    sorted.starts[place + 1] = start + to - from;
    sorted.weights[place] = weights[group]!;
  }
  return { ...ballots, ...sorted };
};

/** The first differing mark decides, then the first differing score, then the shorter ballot comes first. */
const compareRows = ({ starts, marks, scores }: Ballots, a: number, b: number): number => {
  const [startA, startB] = [starts[a]!, starts[b]!];
  const lengths = starts[a + 1]! - startA - (starts[b + 1]! - startB);
  const shared = Math.min(starts[a + 1]! - startA, starts[b + 1]! - startB);
  for (let i = 0; i < shared; i++) {
    const difference = marks[startA + i]! - marks[startB + i]!;
    if (difference !== 0) return difference;
  }
  if (scores !== null)
    for (let i = 0; i < shared; i++) {
      const difference = scores[startA + i]! - scores[startB + i]!;
      if (difference !== 0) return difference;
    }
  return lengths;
};
