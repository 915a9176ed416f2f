import type { BiproportionalTie, Cell } from './biproportional-types.ts';
import { type SeatNetwork, type Step, walk } from './seat-network.ts';

/** Steps that lie on a circle of steps that cost nothing, by circle system: exchanges that make no difference to proportion. */
export const tiedSteps = (nodes: number, tight: readonly Step[]): Step[][] => {
  const forward = reachability(nodes, tight);
  const groups = new Map<string, Step[]>();
  for (const step of tight) {
    if (!forward[step.to]!.has(step.from)) continue;
    const members = [...forward[step.from]!].filter((node) => forward[node]!.has(step.from));
    const key = members.sort((a, b) => a - b).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()];
};

const reachability = (nodes: number, steps: readonly Step[]): Set<number>[] => {
  const next = Array.from({ length: nodes }, (): number[] => []);
  for (const { from, to } of steps) next[from]!.push(to);
  return next.map((_, start) => {
    const seen = new Set<number>();
    const open = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const to of next[node]!) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return seen;
  });
};

export const asTie = ({ seats }: SeatNetwork, steps: readonly Step[]): BiproportionalTie => ({
  cells: steps
    .map(({ district, list, change }) => ({
      district,
      list,
      least: seats[district]![list]! - (change === -1 ? 1 : 0),
    }))
    .sort((a, b) => a.district - b.district || a.list - b.list),
});

/**
 * Settles ties by lot: cell after cell, as drawn, has its seat if a circle of free exchanges can bring it, and keeps it then.
 * What is left of the free steps lies among cells that the lot does not name.
 */
export const drawLots = (network: SeatNetwork, tight: readonly Step[], lot: readonly Cell[]): Step[] => {
  let free = [...tight];
  for (const { district, list } of lot) {
    const own = free.find((step) => step.district === district && step.list === list);
    const circle = own?.change === 1 ? circleThrough(own, free) : null;
    if (circle !== null) {
      walk(network, circle);
      const turned = new Set(circle);
      free = free.map((step) => (turned.has(step) ? reverse(step) : step));
    }
    free = free.filter((step) => step.district !== district || step.list !== list);
  }
  return free;
};

/** A step walked once is worth its reverse: the seat given can be taken at the same price. */
const reverse = (step: Step): Step => ({
  ...step,
  from: step.to,
  to: step.from,
  change: step.change === 1 ? -1 : 1,
  above: step.below,
  below: step.above,
});

const circleThrough = (own: Step, free: readonly Step[]): Step[] | null => {
  const by = new Map<number, Step>();
  const open = [own.to];
  for (let node = open.shift(); node !== undefined && !by.has(own.from); node = open.shift()) {
    for (const step of free) {
      if (step.from !== node || step === own || by.has(step.to) || step.to === own.to) continue;
      by.set(step.to, step);
      open.push(step.to);
    }
  }
  if (!by.has(own.from)) return null;
  const circle: Step[] = [own];
  for (let node = own.from; node !== own.to; ) {
    const step = by.get(node)!;
    circle.push(step);
    node = step.from;
  }
  return circle;
};
