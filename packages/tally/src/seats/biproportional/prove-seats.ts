// Whether seats are the biproportional ones, exactly: no circle of exchanges may be cheaper than 1 (Balinski and Demange, Algorithms
// for proportional matrices in reals and integers, 1989). Prices are multiplied as whole numbers and never rounded.
import { type Rational, rational } from '../../exact/rational.ts';
import { type SeatNetwork, type Step, stepsOf } from './seat-network.ts';

interface Potential {
  readonly above: bigint;
  readonly below: bigint;
}

export type Proof =
  /** A circle that makes the seats more proportional. */
  | { readonly kind: 'better'; readonly circle: Step[] }
  /** The seats are right; `tight` steps cost nothing, so that circles of them are ties. */
  | { readonly kind: 'proved'; readonly potentials: Rational[]; readonly tight: Step[] };

export const proveSeats = (network: SeatNetwork): Proof => {
  const steps = stepsOf(network);
  const nodes = network.districts + network.lists;
  const potentials = new Array<Potential>(nodes).fill({ above: 1n, below: 1n });
  const by = new Array<Step | undefined>(nodes).fill(undefined);
  for (let round = 0; round <= nodes; round++) {
    let last: Step | undefined;
    for (const step of steps) {
      const reached = after(potentials[step.from]!, step);
      if (compare(reached, potentials[step.to]!) >= 0) continue;
      potentials[step.to] = reached;
      by[step.to] = step;
      last = step;
    }
    if (last === undefined) return proved(potentials, steps);
    if (round === nodes) return { kind: 'better', circle: circleBefore(last.to, by) };
  }
  throw new Error('unreachable: the last round returns');
};

const after = ({ above, below }: Potential, step: Step): Potential => ({
  above: above * BigInt(step.above),
  below: below * BigInt(step.below),
});

const compare = (a: Potential, b: Potential): number => {
  const left = a.above * b.below;
  const right = b.above * a.below;
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const proved = (potentials: readonly Potential[], steps: readonly Step[]): Proof => ({
  kind: 'proved',
  potentials: potentials.map(({ above, below }) => rational(above, below)),
  tight: steps.filter((step) => compare(after(potentials[step.from]!, step), potentials[step.to]!) === 0),
});

/** A node that still gets cheaper after as many rounds as there are nodes was reached by way of a circle. */
const circleBefore = (node: number, by: readonly (Step | undefined)[]): Step[] => {
  let at = node;
  for (let back = 0; back < by.length; back++) at = by[at]!.from;
  const circle: Step[] = [];
  const start = at;
  do {
    const step = by[at]!;
    circle.unshift(step);
    at = step.from;
  } while (at !== start);
  return circle;
};
