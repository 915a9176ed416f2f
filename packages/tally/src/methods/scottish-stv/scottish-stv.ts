// The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45 to 52.
import { ok } from '@comitium/basics';
import { multiplyDivide } from '../../exact/rounding.ts';
import { defineMethod } from '../define-method.ts';
import { consecutiveMarkingOptions } from '../marking-options.ts';
import { droopQuota } from '../stages/droop-quota.ts';
import { openSorted } from '../stages/open-sorted.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { chooseByTies, countWeighted } from '../stages/weighted-inclusive.ts';

/** Rule 48 (3): transfer values have five decimal places. */
const places = 5;

/** The single transferable vote of Scottish councils: weighted inclusive Gregory to five decimals. Rules: SPEC.md. */
export const scottishStv = defineMethod({
  name: 'scottish-stv',
  title: 'Scottish STV',
  source: 'Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52',
  ...transferableVote,
  ties: [{ by: 'earlier-rounds', from: 'latest' }],
  options: consecutiveMarkingOptions,
  count(task) {
    const opened = openSorted(task, places);
    if (!opened.ok) return opened;
    const { book, papers } = opened.value;
    const quota = droopQuota(papers.validWeight, task.ballots, task.seats) * book.unitsPerVote;
    return ok(
      countWeighted(
        { task, book, papers },
        {
          places,
          quota: () => quota,
          // The product is exact; only the quotient loses its remainder.
          transferValue: (value, surplus, votes) =>
            multiplyDivide(value, surplus, { by: votes, rounding: 'down' }),
          thresholds: () => [{ kind: 'quota', units: quota }],
          hopeless: null,
          elects: 'all',
          passesZero: false,
          movesLast: false,
          choose: chooseByTies(task, opened.value),
        },
      ),
    );
  },
});
