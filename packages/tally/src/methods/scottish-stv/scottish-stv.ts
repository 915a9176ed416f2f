// The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 45 to 52.
import { err, ok } from '@comitium/basics';
import { multiplyDivide } from '../../exact/rounding.ts';
import { defineMethod } from '../define-method.ts';
import { markingOptions } from '../marking-options.ts';
import { openBook } from '../stages/count-book.ts';
import { droopQuota } from '../stages/droop-quota.ts';
import { sortFirstPreferences } from '../stages/paper-parcels.ts';
import { roomFor } from '../stages/room-for.ts';
import { chooseByTies, countWeighted } from '../stages/weighted-inclusive.ts';

/** Rule 48 (3): transfer values have five decimal places. */
const places = 5;

/** The single transferable vote of Scottish councils: weighted inclusive Gregory to five decimals. Rules: SPEC.md. */
export const scottishStv = defineMethod({
  name: 'scottish-stv',
  title: 'Scottish STV',
  source: 'Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  ties: [{ by: 'earlier-rounds', from: 'latest' }],
  options: markingOptions,
  count(task) {
    const problems = roomFor(task.ballots, places);
    if (problems.length > 0) return err(problems);
    const book = openBook(task.ballots, places);
    const papers = sortFirstPreferences(task, book);
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
          choose: chooseByTies(task, { book, papers }),
        },
      ),
    );
  },
});
