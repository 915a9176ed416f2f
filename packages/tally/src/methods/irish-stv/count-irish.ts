import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountStory } from '../counting-method.ts';
import { pickOne } from '../stages/ask-ties.ts';
import { passBatch, takeParcels } from '../stages/paper-parcels.ts';
import { type Played, playToTheEnd } from '../stages/play-to-the-end.ts';
import { highestFirst, type IrishCount, totalSurplus, vacanciesOf, withSurplus } from './irish-count.ts';
import { excludedTogether, mayWait, mustGoOn } from './shorten.ts';
import { transferSurplus } from './transfer-surplus.ts';

/** Counts from the first preferences to the end; each transfer of a surplus and each exclusion is a count, so a round. */
export const countIrish = (count: IrishCount): CountStory => {
  const { task, book } = count;
  return playToTheEnd(task, book, () => playCount(count));
};

const playCount = (count: IrishCount): Played => {
  const { book, quota, electedAt } = count;
  book.open([{ kind: 'quota', units: quota }]);
  const reached = highestFirst(count).filter((choice) => book.units[choice]! >= quota);
  book.elect(reached, 'quota');
  for (const choice of reached) electedAt.set(choice, book.round());
  const filled = fillsRest(count) || fillsEarly(count);
  if (filled ? mustGoOn(count) : withSurplus(count).length > 0 && !mayWait(count)) return passSurplus(count);
  if (filled) return ok('ended');
  const together = excludedTogether(count);
  const lowest = pickLowest(count, together);
  if (!lowest.ok) return lowest;
  book.exclude(lowest.value, lowest.value.length > 1 ? 'cannot-catch-up' : 'fewest-votes');
  if (fillsRest(count)) return ok('ended');
  const parts = lowest.value.flatMap((from) =>
    takeParcels(count.papers, from).map((parcel) => ({ from, parcel })),
  );
  passBatch(count, parts, 1);
  return ok('goes on');
};

/** Section 121 (9) to (11): the greatest surplus; of equal ones that which arose first; of those the most original votes. */
const passSurplus = (count: IrishCount): Played => {
  const { book, electedAt, task } = count;
  const surpluses = withSurplus(count);
  const most = Math.max(...surpluses.map((choice) => book.units[choice]!));
  const greatest = surpluses.filter((choice) => book.units[choice] === most);
  const first = Math.min(...greatest.map((choice) => electedAt.get(choice)!));
  const candidates = greatest.filter((choice) => electedAt.get(choice) === first);
  const next = pickOne(task, count, { candidates, want: 'most', purpose: 'surplus' });
  if (!next.ok) return next;
  const transferred = transferSurplus(count, next.value);
  return transferred.ok ? ok('goes on') : transferred;
};

const pickLowest = (count: IrishCount, together: readonly number[]): Result<readonly number[], OpenTie> => {
  const { task, book } = count;
  if (together.length > 1) return ok(together);
  const lowest = pickOne(task, count, { candidates: book.continuing(), want: 'fewest', purpose: 'exclude' });
  return lowest.ok ? ok([lowest.value]) : lowest;
};

/** Section 124 (1): all seats are filled, or as many continue as there are vacancies. */
const fillsRest = (count: IrishCount): boolean => {
  const continuing = highestFirst(count);
  const vacancies = vacanciesOf(count);
  if (vacancies > 0 && continuing.length > vacancies) return false;
  if (vacancies > 0) count.book.elect(continuing, 'last-standing');
  return true;
};

/**
 * Section 124 (1A) and (2), at the end of a count, when no papers of anybody excluded wait: the lowest of one too many cannot catch
 * up, or for one vacancy somebody has more than all others together.
 */
const fillsEarly = (count: IrishCount): boolean => {
  const { units } = count.book;
  const vacancies = vacanciesOf(count);
  const highest = highestFirst(count);
  const others = highest.splice(vacancies);
  const last = units[highest[vacancies - 1]!]!;
  const against = others.reduce((sum, choice) => sum + units[choice]!, totalSurplus(count));
  if (last <= against || (vacancies > 1 && others.length > 1)) return false;
  count.book.elect(highest, 'most-votes');
  return true;
};
