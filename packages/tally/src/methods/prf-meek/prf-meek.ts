// Proportional Representation Foundation, Reference Meek Rule, after B. L. Meek (1969) and I. D. Hill, B. A. Wichmann, D. R. Woodall,
// Algorithm 123 (1987).
import { err, ok } from '@comitium/basics';
import { defineMethod } from '../define-method.ts';
import { countByKeepFactors, keepPlaces } from '../keep-factors/count-by-keep-factors.ts';
import { keepShare } from '../keep-factors/keep-rule.ts';
import { markingOptions } from '../marking-options.ts';
import { roomFor } from '../stages/room-for.ts';

/** Meek's method by the reference rule: nine decimals, omega 10⁻⁶. Rules: SPEC.md. */
export const prfMeek = defineMethod({
  name: 'prf-meek',
  title: 'PRF reference Meek',
  source: 'Proportional Representation Foundation, Reference Meek Rule',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  options: markingOptions,
  count(task) {
    const problems = roomFor(task.ballots, keepPlaces);
    if (problems.length > 0) return err(problems);
    return ok(
      countByKeepFactors(task, {
        keep: keepShare,
        // T: a tie is broken by the order that was drawn beforehand, whose first is chosen for defeat.
        chooseLowest: (choices, book) => {
          const asked = {
            choices,
            places: 1,
            want: 'most',
            purpose: 'exclude',
            round: book.round(),
          } as const;
          const chosen = task.ties.choose(asked);
          return chosen.ok ? ok(chosen.value[0]!) : chosen;
        },
      }),
    );
  },
});
