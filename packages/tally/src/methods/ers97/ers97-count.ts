import type { CountTask } from '../counting-method.ts';
import type { CountBook } from '../stages/count-book.ts';
import type { HeldParcel, PaperParcels } from '../stages/paper-parcels.ts';

/** A count by ERS97 as it stands between two batches. */
export interface Ers97Count {
  readonly task: Pick<CountTask<unknown>, 'ballots' | 'seats' | 'ties' | 'onRound'>;
  readonly book: CountBook;
  readonly papers: PaperParcels;
  /** The total valid vote, in units. */
  readonly valid: number;
  /** In units; lowered while nobody is elected and papers become non-transferable (5.4.8). */
  quota: number;
  /** Papers of excluded choices that are still to move, in descending order of value. */
  batches: Batch[];
}

/** All papers of one value in a transfer (6.1). */
export interface Batch {
  readonly value: number;
  readonly parts: HeldParcel[];
}

/** Surpluses that wait for their transfer, in units. */
export const surplusOf = ({ book, quota }: Ers97Count, choice: number): number =>
  Math.max(0, book.units[choice]! - quota);

/** Elected choices with a surplus. */
export const withSurplus = (count: Ers97Count): number[] =>
  count.book.elected.filter((choice) => surplusOf(count, choice) > 0);

export const totalSurplus = (count: Ers97Count): number =>
  count.book.elected.reduce((sum, choice) => sum + surplusOf(count, choice), 0);

export const vacanciesOf = ({ task, book }: Ers97Count): number => task.seats - book.elected.length;
