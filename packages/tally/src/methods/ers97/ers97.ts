// R. A. Newland and F. S. Britton, How to conduct an election by the Single Transferable Vote, 3rd edition, Electoral Reform Society 1997.
import { err, ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { markingOptions } from '../marking-options.ts';
import { openBook } from '../stages/count-book.ts';
import { sortFirstPreferences } from '../stages/paper-parcels.ts';
import { roomFor } from '../stages/room-for.ts';
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
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  ties: [{ by: 'earlier-rounds', from: 'first' }],
  options: {
    ...markingOptions,
    skippedRanks: { ...markingOptions.skippedRanks, default: 'exhaust' },
    repeats: { ...markingOptions.repeats, default: 'exhaust' },
  },
  count(task) {
    const problems = roomFor(task.ballots, places);
    if (problems.length > 0) return err(problems);
    const book = openBook(task.ballots, places);
    const papers = sortFirstPreferences(task, book);
    const valid = (papers.validWeight * book.unitsPerVote) / task.ballots.weightScale;
    const quota = exactQuota(valid, task);
    return ok(countStages({ task, book, papers, valid, quota, batches: [] }));
  },
});
