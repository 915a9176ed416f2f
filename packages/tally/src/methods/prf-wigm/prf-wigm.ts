// Proportional Representation Foundation, Reference WIGM Rule.
import { ok, type Result } from '@comitium/basics';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import { defineMethod } from '../define-method.ts';
import { markingOptions } from '../marking-options.ts';
import type { Question } from '../stages/ask-ties.ts';
import type { CountBook } from '../stages/count-book.ts';
import { openSorted } from '../stages/open-sorted.ts';
import { sureLosers } from '../stages/sure-losers.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { countWeighted } from '../stages/weighted-inclusive.ts';

/** D.4: every product and every quotient is cut to four decimal places. */
const places = 4;
const unit = 10 ** places;

/** The reference rule of the weighted inclusive Gregory method. Rules: SPEC.md. */
export const prfWigm = defineMethod({
  name: 'prf-wigm',
  title: 'PRF reference WIGM',
  source: 'Proportional Representation Foundation, Reference WIGM Rule',
  ...transferableVote,
  options: {
    ...markingOptions,
    defeatSureLosers: {
      kind: 'flag',
      default: false,
      about:
        'Whether those who cannot catch up even together and with all surpluses are defeated at once (B.2).',
    },
  },
  count(task) {
    const opened = openSorted(task, places);
    if (!opened.ok) return opened;
    const { book, papers } = opened.value;
    const { weightScale } = task.ballots;
    const shares = (task.seats + 1) * weightScale;
    const share = multiplyDivide(papers.validWeight, unit, { by: shares, rounding: 'down' });
    const quota = (share + 1) * weightScale;
    return ok(
      countWeighted(
        { task, book, papers },
        {
          places,
          quota: () => quota,
          transferValue: (value, surplus, votes) => {
            const product = multiplyDivide(value, surplus, { by: unit, rounding: 'down' });
            return multiplyDivide(product, unit, { by: votes, rounding: 'down' });
          },
          thresholds: () => [{ kind: 'quota', units: quota }],
          hopeless: task.options.defeatSureLosers
            ? (state) => sureLosers(state, { quota, reaching: 'below' })
            : null,
          elects: 'all',
          passesZero: true,
          movesLast: false,
          choose: (question) => chooseFirstDrawn(task, book, question),
        },
      ),
    );
  },
});

/** D.1: whatever they are tied for, the one earliest in the order drawn beforehand is chosen; earlier rounds do not matter. */
const chooseFirstDrawn = (
  { ties }: Pick<CountTask<unknown>, 'ties'>,
  book: CountBook,
  { candidates, want, purpose }: Question,
): Result<number, OpenTie> => {
  const figures = candidates.map((choice) => book.units[choice]!);
  const best = want === 'most' ? Math.max(...figures) : Math.min(...figures);
  const tied = candidates.filter((choice) => book.units[choice] === best);
  if (tied.length === 1) return ok(tied[0]!);
  const chosen = ties.choose({ choices: tied, places: 1, want: 'most', purpose, round: book.round() });
  return chosen.ok ? ok(chosen.value[0]!) : chosen;
};
