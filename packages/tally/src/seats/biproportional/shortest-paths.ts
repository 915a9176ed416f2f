// Cheapest ways through the network, by logarithms: quick, and only a search. What it finds is proved by prove-seats.ts.
import { type SeatNetwork, type Step, stepsOf } from './seat-network.ts';

const noise = 1e-12;

interface Costs {
  /** Logarithm of the price of reaching each node. */
  readonly cost: Float64Array;
  /** The step by which each node is reached best. */
  readonly by: (Step | undefined)[];
  /** Whether the costs are final: false where circles make everything ever cheaper. */
  readonly settled: boolean;
}

/** Bellman and Ford from the nodes given. Every step is made cheaper by `rebate`, a logarithm. */
export const cheapest = (
  nodes: number,
  steps: readonly Step[],
  { sources, rebate = 0 }: { readonly sources: readonly number[]; readonly rebate?: number },
): Costs => {
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  for (const source of sources) cost[source] = 0;
  const by = new Array<Step | undefined>(nodes).fill(undefined);
  const prices = steps.map(({ above, below }) => Math.log(above) - Math.log(below) - rebate);
  for (let round = 0; round <= nodes; round++) {
    let improved = false;
    for (const [at, step] of steps.entries()) {
      const found = cost[step.from]! + prices[at]!;
      if (found >= cost[step.to]! - noise) continue;
      cost[step.to] = found;
      by[step.to] = step;
      improved = true;
    }
    if (!improved) return { cost, by, settled: true };
  }
  return { cost, by, settled: false };
};

/** The cheapest path from a list with too many seats to one with too few; null where none leads there. */
export const cheapestTransfer = (
  network: SeatNetwork,
  tooMany: readonly number[],
  tooFew: readonly number[],
): Step[] | null => {
  const nodes = network.districts + network.lists;
  const sources = tooMany.map((list) => network.districts + list);
  const { cost, by } = cheapest(nodes, stepsOf(network), { sources });
  let target: number | undefined;
  for (const list of tooFew) {
    const node = network.districts + list;
    if (cost[node] !== Number.POSITIVE_INFINITY && (target === undefined || cost[node]! < cost[target]!))
      target = node;
  }
  if (target === undefined) return null;
  const path: Step[] = [];
  for (let step = by[target]; step !== undefined && path.length <= nodes; step = by[step.from])
    path.unshift(step);
  return path;
};
