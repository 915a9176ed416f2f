import { type Amount, amount } from '../../exact/amount.ts';
import { compareRational, over, type Rational, rational, times } from '../../exact/rational.ts';
import { type SeatNetwork, stepsOf } from './seat-network.ts';
import { cheapest } from './shortest-paths.ts';

const fewestDigits = 3;
const mostDigits = 15;
const firstRebate = 0.1;
const smallestRebate = 1e-13;

/**
 * Divisors that anybody can check by hand: as few digits as reproduce the seats with nothing on the border of rounding. Where seats
 * hang on so little that no such decimals are found, the exact potentials of the proof are given; quotients may then lie on a border.
 */
export const findDivisors = (
  network: SeatNetwork,
  potentials: readonly Rational[],
): { districts: Amount[]; lists: Amount[] } => {
  const steps = stepsOf(network);
  const nodes = network.districts + network.lists;
  const everywhere = Array.from({ length: nodes }, (_, node) => node);
  for (let rebate = firstRebate; rebate > smallestRebate; rebate /= 4) {
    const { cost, settled } = cheapest(nodes, steps, { sources: everywhere, rebate });
    if (!settled) continue;
    const found = shortDecimals(network, cost);
    if (found !== null) return found;
  }
  return {
    districts: potentials.slice(0, network.districts).map((value) => amount(value)),
    lists: potentials.slice(network.districts).map((value) => amount(over(rational(1), value))),
  };
};

const shortDecimals = (
  network: SeatNetwork,
  cost: Float64Array,
): { districts: Amount[]; lists: Amount[] } | null => {
  // One factor is free: the lists' divisors are brought around 1.
  const ofLists = [...cost.slice(network.districts)].map((log) => -log).sort((a, b) => a - b);
  const middle = ofLists[ofLists.length >> 1] ?? 0;
  for (let digits = fewestDigits; digits <= mostDigits; digits += 2) {
    const districts = [...cost.slice(0, network.districts)].map((log) =>
      decimal(Math.exp(log + middle), digits),
    );
    const lists = [...cost.slice(network.districts)].map((log) => decimal(Math.exp(-log - middle), digits));
    if (reproduces(network, districts, lists))
      return {
        districts: districts.map((value) => amount(value)),
        lists: lists.map((value) => amount(value)),
      };
  }
  return null;
};

const decimal = (value: number, digits: number): Rational => {
  const places = digits - 1 - Math.floor(Math.log10(value));
  const units = BigInt(Math.round(value * 10 ** Math.max(0, places)));
  return places >= 0 ? rational(units, 10n ** BigInt(places)) : rational(units);
};

/** Whether every quotient lies strictly between the borders of its seats. */
const reproduces = (
  { votes, divisors, seats }: SeatNetwork,
  districts: readonly Rational[],
  lists: readonly Rational[],
): boolean =>
  votes.every((row, district) =>
    row.every((count, list) => {
      if (count === 0) return true;
      const quotient = over(rational(count), times(districts[district]!, lists[list]!));
      const has = seats[district]![list]!;
      const { numerator, denominator } = divisors.at(has);
      if (compareRational(quotient, rational(numerator, denominator)) >= 0) return false;
      if (has === 0) return true;
      const last = divisors.at(has - 1);
      return compareRational(quotient, rational(last.numerator, last.denominator)) > 0;
    }),
  );
