// C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994); I. D. Hill and C. H. E. Warren, Meek versus Warren, Voting matters 20
// (2005).
import { err, ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { countByKeepFactors, keepPlaces } from '../keep-factors/count-by-keep-factors.ts';
import { keepPrice } from '../keep-factors/keep-rule.ts';
import { markingOptions } from '../marking-options.ts';
import { earlierRounds } from '../pick.ts';
import { roomFor } from '../stages/room-for.ts';

/** Warren's method: every supporter of an elected choice pays the same price, as far as the ballot reaches. Rules: SPEC.md. */
export const warren = defineMethod({
  name: 'warren',
  title: 'Warren',
  source: 'C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994)',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  options: markingOptions,
  count(task) {
    const problems = roomFor(task.ballots, keepPlaces);
    if (problems.length > 0) return err(problems);
    return ok(
      countByKeepFactors(task, {
        keep: keepPrice,
        chooseLowest: (choices, book) => {
          const asked = {
            choices,
            places: 1,
            want: 'fewest',
            purpose: 'exclude',
            round: book.round(),
          } as const;
          const chosen = task.ties.choose({ ...asked, earlier: earlierRounds(book.history) });
          return chosen.ok ? ok(chosen.value[0]!) : chosen;
        },
      }),
    );
  },
});
