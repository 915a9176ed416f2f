import { multiplyUp } from './multiply-up.ts';

/** How much of what is left of a ballot a choice keeps, given its keep factor; all in units of 10⁻⁹. */
export type KeepRule = (left: number, factor: number) => number;

/** Meek: everybody gives the same share of what reaches the choice. */
export const keepShare: KeepRule = (left, factor) => Math.min(left, multiplyUp(left, factor));

/** Warren: everybody gives the same price, or all that is left where it is less. */
export const keepPrice: KeepRule = (left, factor) => Math.min(left, factor);
