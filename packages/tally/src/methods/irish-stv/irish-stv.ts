// Electoral Act 1992 (Ireland, No. 23 of 1992), Part XIX, sections 118 to 127, with the amendments of 2001.
import { ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { openMixed } from '../stages/open-sorted.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { countIrish } from './count-irish.ts';
import { irishOptions } from './irish-options.ts';

/** The single transferable vote of Dáil elections: whole papers move, out of the sub-parcel last received. Rules: SPEC.md. */
export const irishStv = defineMethod({
  name: 'irish-stv',
  title: 'Irish STV',
  source: 'Electoral Act 1992, Part XIX',
  ...transferableVote,
  ties: [{ by: 'earlier-rounds', from: 'first' }],
  options: irishOptions,
  count(task) {
    const opened = openMixed(task);
    if (!opened.ok) return opened;
    const electedAt = new Map<number, number>();
    return ok(countIrish({ ...opened.value, options: task.options, electedAt }));
  },
});
