import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import { classesOf } from '../pick.ts';
import type { CountBook } from '../stages/count-book.ts';
import type { PaperParcels } from '../stages/paper-parcels.ts';
import type { irishOptions } from './irish-options.ts';

export interface IrishCount {
  readonly task: Pick<CountTask<unknown>, 'ballots' | 'seats' | 'ties' | 'onRound'>;
  readonly book: CountBook;
  readonly papers: PaperParcels;
  /** In whole votes, as everything here. */
  readonly quota: number;
  readonly options: OptionsOf<typeof irishOptions>;
  /** Per choice elected with a quota the count at whose end that was. */
  readonly electedAt: Map<number, number>;
}

/** Elected choices with a surplus. */
export const withSurplus = ({ book, quota }: IrishCount): number[] =>
  book.elected.filter((choice) => book.units[choice]! > quota);

/** All surpluses not transferred. */
export const totalSurplus = (count: IrishCount): number =>
  withSurplus(count).reduce((sum, choice) => sum + count.book.units[choice]! - count.quota, 0);

export const vacanciesOf = ({ task, book }: IrishCount): number => task.seats - book.elected.length;

/** Continuing choices, fewest votes first. */
export const lowestFirst = ({ book }: IrishCount): number[] =>
  classesOf(book.continuing(), (a, b) => book.units[b]! - book.units[a]!).flat();

/** Continuing choices, most votes first. */
export const highestFirst = ({ book }: IrishCount): number[] =>
  classesOf(book.continuing(), (a, b) => book.units[a]! - book.units[b]!).flat();

/** More than a quarter of the quota. */
export const exceedsQuarter = (votes: number, { quota }: IrishCount): boolean => 4 * votes > quota;

/** Whether some votes are at most a quarter of the quota, and would be more with so many others. */
export const couldPassQuarter = (votes: number, others: number, count: IrishCount): boolean =>
  !exceedsQuarter(votes, count) && exceedsQuarter(votes + others, count);
