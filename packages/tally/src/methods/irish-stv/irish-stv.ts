// Electoral Act 1992 (Ireland, No. 23 of 1992), Part XIX, sections 118 to 127, with the amendments of 2001.
import { ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { openBook } from '../stages/count-book.ts';
import { droopQuota } from '../stages/droop-quota.ts';
import { mixPapers } from '../stages/mix-papers.ts';
import { sortFirstPreferences } from '../stages/paper-parcels.ts';
import { countIrish } from './count-irish.ts';
import { irishOptions } from './irish-options.ts';

/** The single transferable vote of Dáil elections: whole papers move, out of the sub-parcel last received. Rules: SPEC.md. */
export const irishStv = defineMethod({
  name: 'irish-stv',
  title: 'Irish STV',
  source: 'Electoral Act 1992, Part XIX',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  ties: [{ by: 'earlier-rounds', from: 'first' }],
  options: irishOptions,
  count(task) {
    const mixed = mixPapers(task.ballots, task.options.seed);
    if (!mixed.ok) return mixed;
    const onPapers = { ...task, ballots: mixed.value };
    const book = openBook(mixed.value, 0);
    const papers = sortFirstPreferences(onPapers, book);
    const quota = droopQuota(papers.validWeight, mixed.value, task.seats);
    const electedAt = new Map<number, number>();
    return ok(countIrish({ task: onPapers, book, papers, quota, options: task.options, electedAt }));
  },
});
