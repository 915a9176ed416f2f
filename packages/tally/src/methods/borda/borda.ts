// Borda, Mémoire sur les élections au scrutin (1781); variants for short and equal ranks as named in the options.
import { ok } from '@comitium/basics';
import type { Ballots } from '../../ballots/ballots.ts';
import { readWeakOrders } from '../../ballots/weak-orders.ts';
import { amount } from '../../exact/amount.ts';
import { compareRational, plus, type Rational, rational, times, zero } from '../../exact/rational.ts';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { bordaOptions } from './borda-options.ts';
import { pointsOf, type Shared } from './points-of.ts';

/** Each place on a ballot is worth points, and the most points win. Rules: SPEC.md. */
export const borda = defineMethod({
  name: 'borda',
  title: 'Borda count',
  source: 'Borda, Mémoire sur les élections au scrutin (1781)',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'points',
  options: bordaOptions,
  count(task) {
    const { ballots, options } = task;
    const running = ballots.choices.filter(({ withdrawn }) => !withdrawn).length;
    const sums = ballots.choices.map((): Rational => zero);
    for (const { shared, units } of countShared(ballots, running, options.unranked === 'average')) {
      const points = pointsOf(options, running, shared);
      for (const [choice, held] of units.entries())
        if (held > 0) sums[choice] = plus(sums[choice]!, times(points, rational(held, ballots.weightScale)));
    }
    return ok(
      decideAtOnce(task, {
        votes: ballots.choices.map(({ withdrawn }, choice) => (withdrawn ? null : amount(sums[choice]!))),
        compare: (a, b) => compareRational(sums[a]!, sums[b]!),
        able: namedStanding(task),
        reason: 'most-points',
      }),
    );
  },
});

interface SharedUnits {
  readonly shared: Shared;
  /** Per choice the weight that puts it there. */
  readonly units: Float64Array;
}

/** How much weight puts each choice at which places; with `rest` also those that ballots do not rank, at the places left. */
const countShared = (ballots: Ballots, running: number, rest: boolean): SharedUnits[] => {
  const { groups, starts, order, tiers, weights } = readWeakOrders(ballots);
  const width = ballots.choices.length;
  // One whole number for the three, each of which is at most the width.
  const found = new Map<number, SharedUnits>();
  const at = (first: number, size: number, ranked: number): Float64Array => {
    const key = (first * (width + 1) + size) * (width + 1) + ranked;
    const known = found.get(key);
    if (known !== undefined) return known.units;
    const units = new Float64Array(width);
    found.set(key, { shared: { first, size, ranked }, units });
    return units;
  };
  const unranked = ballots.choices.flatMap(({ withdrawn }, choice) => (withdrawn ? [] : [choice]));
  for (let group = 0; group < groups; group++) {
    const [start, end, weight] = [starts[group]!, starts[group + 1]!, weights[group]!];
    let through = start;
    for (let i = start; i < end; i = through) {
      while (through < end && tiers[through] === tiers[i]) through++;
      const units = at(i - start, through - i, end - start);
      for (let j = i; j < through; j++) units[order[j]!] = units[order[j]!]! + weight;
    }
    // A blank ballot ranks nobody and gives no points.
    if (!rest || end === start || end - start === running) continue;
    const units = at(end - start, running - (end - start), end - start);
    const ranked = new Set(order.subarray(start, end));
    for (const choice of unranked) if (!ranked.has(choice)) units[choice] = units[choice]! + weight;
  }
  return [...found.values()];
};
