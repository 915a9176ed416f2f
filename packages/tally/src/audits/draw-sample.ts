// R. L. Rivest, Reference implementation code for pseudo-random sampler for election audits (2011).
import { counterGenerator } from '../random/counter-generator.ts';

/** `count` of `ballots` ballots, each from 1 to `ballots`, drawn with replacement in this order; repeatable by anybody who knows the seed. */
export const drawSample = (
  seed: string,
  { ballots, count }: { readonly ballots: number; readonly count: number },
): number[] => {
  const generator = counterGenerator(seed);
  return Array.from({ length: count }, () => generator.draw(ballots).index + 1);
};

/** Batches from 0, drawn with replacement, each with a chance in proportion to its weight: a whole number, such as its bound in millionths. */
export const drawBatches = (
  seed: string,
  { weights, count }: { readonly weights: readonly number[]; readonly count: number },
): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const generator = counterGenerator(seed);
  return Array.from({ length: count }, () => {
    let left = generator.draw(total).index;
    return weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
  });
};
