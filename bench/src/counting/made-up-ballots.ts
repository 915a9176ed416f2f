import { type Ballots, createBallotsBuilder } from '@comitium/tally/ballots';

export interface MadeUp {
  readonly choices: number;
  readonly ballots: number;
  /** Whether ballots rank everybody, or end anywhere. */
  readonly full: boolean;
}

/** Ballots whose orders are drawn by a fixed sequence: the same in every run. */
export const madeUpOrders = ({ choices, ballots, full }: MadeUp): number[][] => {
  const draw = drawFrom(20_261_120);
  return Array.from({ length: ballots }, () => {
    const order = Array.from({ length: choices }, (_, choice) => choice);
    for (let i = choices - 1; i > 0; i--) {
      const j = draw(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    return full ? order : order.slice(0, 1 + draw(choices));
  });
};

export const ballotsOfOrders = (choices: number, orders: readonly (readonly number[])[]): Ballots => {
  const builder = createBallotsBuilder({
    form: 'rank',
    choices: Array.from({ length: choices }, (_, choice) => ({ name: `Choice ${choice + 1}` })),
  });
  for (const marks of orders) builder.add({ marks });
  return builder.build();
};

/** Numbers below a bound from a linear congruence: for loads, never for lots. */
export const drawFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
