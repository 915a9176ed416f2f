// Massachusetts General Laws, Chapter 54A, § 9, with the Cincinnati method of transferring surpluses (§ 16 (b)), as in Cambridge.
import { ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { openMixed } from '../stages/open-sorted.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { cambridgeOptions } from './cambridge-options.ts';
import { countCambridge } from './count-cambridge.ts';

/** The proportional representation of Cambridge, Massachusetts: every n-th ballot of a surplus moves. Rules: SPEC.md. */
export const cambridgeStv = defineMethod({
  name: 'cambridge-stv',
  title: 'Cambridge STV',
  source: 'Massachusetts General Laws, Chapter 54A, § 9, with the Cincinnati method',
  ...transferableVote,
  ties: [{ by: 'earlier-rounds', from: 'latest' }],
  options: cambridgeOptions,
  count(task) {
    const opened = openMixed(task);
    if (!opened.ok) return opened;
    return ok(countCambridge({ ...opened.value, full: new Set(), swept: false }));
  },
});
