// Massachusetts General Laws, Chapter 54A, § 9, with the Cincinnati method of transferring surpluses (§ 16 (b)), as in Cambridge.
import { ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { openBook } from '../stages/count-book.ts';
import { droopQuota } from '../stages/droop-quota.ts';
import { mixPapers } from '../stages/mix-papers.ts';
import { sortFirstPreferences } from '../stages/paper-parcels.ts';
import { cambridgeOptions } from './cambridge-options.ts';
import { countCambridge } from './count-cambridge.ts';

/** The proportional representation of Cambridge, Massachusetts: every n-th ballot of a surplus moves. Rules: SPEC.md. */
export const cambridgeStv = defineMethod({
  name: 'cambridge-stv',
  title: 'Cambridge STV',
  source: 'Massachusetts General Laws, Chapter 54A, § 9, with the Cincinnati method',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  ties: [{ by: 'earlier-rounds', from: 'latest' }],
  options: cambridgeOptions,
  count(task) {
    const mixed = mixPapers(task.ballots, task.options.seed);
    if (!mixed.ok) return mixed;
    const onPapers = { ...task, ballots: mixed.value };
    const book = openBook(mixed.value, 0);
    const papers = sortFirstPreferences(onPapers, book);
    const quota = droopQuota(papers.validWeight, mixed.value, task.seats);
    return ok(countCambridge({ task: onPapers, book, papers, quota, full: new Set(), swept: false }));
  },
});
