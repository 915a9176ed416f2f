// Single transferable vote by the weighted inclusive Gregory method, with the choices that statutes and societies make:
// N. Tideman, The Single Transferable Vote, Journal of Economic Perspectives 9 (1995), describes them side by side.
import { err, ok } from '@comitium/basics';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { CountTask } from '../counting-method.ts';
import { defineMethod } from '../define-method.ts';
import type { OptionsOf } from '../options.ts';
import { type CountBook, openBook } from '../stages/count-book.ts';
import { sortFirstPreferences } from '../stages/paper-parcels.ts';
import { roomFor } from '../stages/room-for.ts';
import { sureLosers } from '../stages/sure-losers.ts';
import {
  chooseByTies,
  countWeighted,
  type Exclusion,
  type WeightedCount,
} from '../stages/weighted-inclusive.ts';
import { stvOptions } from './stv-options.ts';
import { stvQuota } from './stv-quota.ts';

/** STV with every usual choice as an option. Rules: SPEC.md. */
export const stv = defineMethod({
  name: 'stv',
  title: 'Single transferable vote',
  source: 'N. Tideman, The Single Transferable Vote, Journal of Economic Perspectives 9 (1995)',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  options: stvOptions,
  count(task) {
    const { ballots, options, seats } = task;
    const problems = roomFor(ballots, options.places);
    if (problems.length > 0) return err(problems);
    const book = openBook(ballots, options.places);
    const papers = sortFirstPreferences(task, book);
    const quotaNow = (): number => stvQuota(heldBy(book), options, { seats, perVote: book.unitsPerVote });
    const atStart = quotaNow();
    const minimum = options.minimumVotes * book.unitsPerVote;
    return ok(
      countWeighted(
        { task, book, papers },
        {
          places: options.places,
          quota: options.quotaUpdate === 'static' ? () => atStart : quotaNow,
          transferValue: (value, surplus, votes) =>
            multiplyDivide(value, surplus, { by: votes, rounding: 'down' }),
          thresholds: (quota) => [
            { kind: 'quota', units: quota },
            ...(minimum > 0 && book.round() === 1 ? [{ kind: 'minimum', units: minimum } as const] : []),
          ],
          hopeless: (state, quota) => hopeless(task, state, { quota, minimum }),
          elects: options.winners,
          passesZero: false,
          movesLast: false,
          choose: chooseByTies(task, { book, papers }),
        },
      ),
    );
  },
});

const heldBy = ({ units }: CountBook): number => units.reduce((sum, held) => sum + held, 0);

/** Those below the minimum, once and as long as enough remain; then, if so wanted, those who cannot catch up. */
const hopeless = (
  { options, seats }: Pick<CountTask<OptionsOf<typeof stvOptions>>, 'options' | 'seats'>,
  state: WeightedCount,
  { quota, minimum }: { readonly quota: number; readonly minimum: number },
): Exclusion[] => {
  const { book } = state;
  const continuing = book.continuing();
  const below = book.round() === 1 ? continuing.filter((choice) => book.units[choice]! < minimum) : [];
  if (below.length > 0 && continuing.length - below.length >= seats - book.elected.length)
    return [{ choices: below, reason: 'below-minimum' }];
  return options.elimination === 'batch' ? sureLosers(state, { quota, reaching: 'below' }) : [];
};
