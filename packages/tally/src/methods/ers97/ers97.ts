// R. A. Newland and F. S. Britton, How to conduct an election by the Single Transferable Vote, 3rd edition, Electoral Reform Society 1997.
import { ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { consecutiveMarkingOptions } from '../marking-options.ts';
import { openSorted } from '../stages/open-sorted.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { countStages } from './count-stages.ts';
import { exactQuota } from './deem-elected.ts';

/** 5.1.6, 5.3.7: quota and transfer values have two decimal places. */
const places = 2;

/** The rules of the Electoral Reform Society of 1997. Rules: SPEC.md. */
export const ers97 = defineMethod({
  name: 'ers97',
  title: 'ERS97',
  source:
    'R. A. Newland and F. S. Britton, How to conduct an election by the Single Transferable Vote, 3rd edition (1997)',
  ...transferableVote,
  ties: [{ by: 'earlier-rounds', from: 'first' }],
  options: consecutiveMarkingOptions,
  count(task) {
    const opened = openSorted(task, places);
    if (!opened.ok) return opened;
    const { book, papers } = opened.value;
    const valid = (papers.validWeight * book.unitsPerVote) / task.ballots.weightScale;
    const quota = exactQuota(valid, task);
    return ok(countStages({ task, book, papers, valid, quota, batches: [] }));
  },
});
