// Proportional Representation Foundation, Reference Meek Rule, after B. L. Meek (1969) and I. D. Hill, B. A. Wichmann, D. R. Woodall,
// Algorithm 123 (1987).
import { defineMethod } from '../define-method.ts';
import { countByKeepFactors } from '../keep-factors/count-by-keep-factors.ts';
import { keepShare } from '../keep-factors/keep-rule.ts';
import { markingOptions } from '../marking-options.ts';
import { transferableVote } from '../stages/transferable-vote.ts';

/** Meek's method by the reference rule: nine decimals, omega 10⁻⁶. Rules: SPEC.md. */
export const prfMeek = defineMethod({
  name: 'prf-meek',
  title: 'PRF reference Meek',
  source: 'Proportional Representation Foundation, Reference Meek Rule',
  ...transferableVote,
  options: markingOptions,
  count: (task) => countByKeepFactors(task, { keep: keepShare, tied: 'first-drawn' }),
});
