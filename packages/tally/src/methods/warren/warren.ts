// C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994); I. D. Hill and C. H. E. Warren, Meek versus Warren, Voting matters 20
// (2005).
import { defineMethod } from '../define-method.ts';
import { countByKeepFactors } from '../keep-factors/count-by-keep-factors.ts';
import { keepPrice } from '../keep-factors/keep-rule.ts';
import { markingOptions } from '../marking-options.ts';
import { transferableVote } from '../stages/transferable-vote.ts';

/** Warren's method: every supporter of an elected choice pays the same price, as far as the ballot reaches. Rules: SPEC.md. */
export const warren = defineMethod({
  name: 'warren',
  title: 'Warren',
  source: 'C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994)',
  ...transferableVote,
  options: markingOptions,
  count: (task) => countByKeepFactors(task, { keep: keepPrice, tied: 'by-rules' }),
});
