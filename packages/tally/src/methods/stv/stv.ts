// Single transferable vote by the weighted inclusive Gregory method, with the choices that statutes and societies make:
// N. Tideman, The Single Transferable Vote, Journal of Economic Perspectives 9 (1995), describes them side by side.
import { ok } from '@comitium/basics';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { CountTask } from '../counting-method.ts';
import { defineMethod } from '../define-method.ts';
import type { OptionsOf } from '../options.ts';
import type { CountBook } from '../stages/count-book.ts';
import { openSorted } from '../stages/open-sorted.ts';
import { sureLosers } from '../stages/sure-losers.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import {
  chooseByTies,
  countWeighted,
  type Exclusion,
  type WeightedCount,
  type WeightedRules,
} from '../stages/weighted-inclusive.ts';
import { stvOptions } from './stv-options.ts';
import { stvQuota } from './stv-quota.ts';

/** STV with every usual choice as an option. Rules: SPEC.md. */
export const stv = defineMethod({
  name: 'stv',
  title: 'Single transferable vote',
  source: 'N. Tideman, The Single Transferable Vote, Journal of Economic Perspectives 9 (1995)',
  ...transferableVote,
  options: stvOptions,
  count(task) {
    const { options, seats } = task;
    const undeclared = undeclaredOf(task);
    const opened = openSorted(task, options.places, [...task.standing, ...undeclared]);
    if (!opened.ok) return opened;
    const { book, papers } = opened.value;
    const written = undeclared.some((choice) => book.units[choice]! > 0);
    if (!written) for (const choice of undeclared) book.inCount[choice] = 0;
    const quotaNow = (): number => stvQuota(heldBy(book), options, { seats, perVote: book.unitsPerVote });
    const atStart = quotaNow();
    const minimum = { units: options.minimumVotes * book.unitsPerVote, done: options.minimumVotes === 0 };
    return ok(
      countWeighted(
        { task, book, papers },
        {
          places: options.places,
          quota: options.quotaUpdate === 'static' ? () => atStart : quotaNow,
          transferValue: transferValueOf(options),
          thresholds: (quota) => [
            { kind: 'quota', units: quota },
            ...(minimum.done ? [] : [{ kind: 'minimum', units: minimum.units } as const]),
          ],
          first: () =>
            written && book.round() === 1 ? { choices: undeclared, reason: 'undeclared-write-in' } : null,
          hopeless: (state, quota) => hopeless(task, state, { quota, minimum }),
          together: options.surpluses === 'together',
          elects: options.winners,
          passesZero: false,
          movesLast: options.surpluses === 'together',
          choose: chooseByTies(task, opened.value),
        },
      ),
    );
  },
});

type Options = OptionsOf<typeof stvOptions>;

/** Undeclared write-ins, where they take part in the first round. */
const undeclaredOf = ({ ballots, options }: Pick<CountTask<Options>, 'ballots' | 'options'>): number[] =>
  ballots.choices.flatMap(({ writeIn, withdrawn }, choice) =>
    options.undeclared === 'exclude-first' && writeIn === 'undeclared' && !withdrawn ? [choice] : [],
  );

const transferValueOf = ({ fraction, places }: Options): WeightedRules['transferValue'] => {
  const unit = 10 ** places;
  if (fraction === 'exact')
    return (value, surplus, votes) => multiplyDivide(value, surplus, { by: votes, rounding: 'down' });
  return (value, surplus, votes) => {
    const part = multiplyDivide(surplus, unit, { by: votes, rounding: 'down' });
    return multiplyDivide(value, part, { by: unit, rounding: 'down' });
  };
};

const heldBy = ({ units }: CountBook): number => units.reduce((sum, held) => sum + held, 0);

interface Limits {
  readonly quota: number;
  /** Asked once, when somebody could be excluded for the first time. */
  readonly minimum: { readonly units: number; done: boolean };
}

/** Those below the minimum, once and as long as enough remain; then, if so wanted, those who cannot catch up. */
const hopeless = (
  { options, seats }: Pick<CountTask<Options>, 'options' | 'seats'>,
  state: WeightedCount,
  { quota, minimum }: Limits,
): Exclusion[] => {
  const { book } = state;
  const continuing = book.continuing();
  const below = minimum.done ? [] : continuing.filter((choice) => book.units[choice]! < minimum.units);
  minimum.done = true;
  if (below.length > 0 && continuing.length - below.length >= seats - book.elected.length)
    return [{ choices: below, reason: 'below-minimum' }];
  return options.elimination === 'batch' ? sureLosers(state, { quota, reaching: 'below' }) : [];
};
