/** How a figure is spread over some places. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** The standard deviation of the population (divided by `count`, not by `count - 1`). */
  readonly deviation: number;
}

/** The spread from running sums, so that one more place costs nothing. Rounding below zero is taken as zero. */
export const spreadFromSums = (count: number, sum: number, sumOfSquares: number): Spread => {
  if (count === 0) return { count: 0, mean: 0, deviation: 0 };
  const mean = sum / count;
  return { count, mean, deviation: Math.sqrt(Math.max(0, sumOfSquares / count - mean * mean)) };
};

export const spreadOf = (values: readonly number[]): Spread => {
  let sum = 0;
  let sumOfSquares = 0;
  for (const value of values) {
    sum += value;
    sumOfSquares += value * value;
  }
  return spreadFromSums(values.length, sum, sumOfSquares);
};
