import type { Result } from '@comitium/basics';
import { ok } from '@comitium/basics';
import { compareProducts } from '../../exact/compare-products.ts';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { OpenTie, RoundsToCompare } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import { classesOf, earlierRounds } from '../pick.ts';
import { type Ers97Count, totalSurplus, vacanciesOf } from './ers97-count.ts';

/** 5.1.6: the vote divided by one more than the places, to two decimals; what is not exact goes up by 0.01. In units. */
export const exactQuota = (
  vote: number,
  { ballots, seats }: Pick<CountTask<unknown>, 'ballots' | 'seats'>,
): number =>
  multiplyDivide(vote, 1, { by: (seats + 1) * ballots.weightScale, rounding: 'up' }) * ballots.weightScale;

/** 5.1.7, 5.3.13, 5.4.9: considers each continuing choice in descending order of votes. */
export const deemElected = (count: Ers97Count): Result<void, OpenTie> => {
  const { book, task } = count;
  const byVotes = (a: number, b: number): number => book.units[a]! - book.units[b]!;
  for (const equals of classesOf(book.continuing(), byVotes)) {
    const vacancies = vacanciesOf(count);
    if (vacancies === 0 || !reaches(count, equals[0]!)) return ok(undefined);
    if (equals.length <= vacancies) {
      for (const choice of equals) if (reaches(count, choice)) book.elect([choice], reasonFor(count, choice));
      continue;
    }
    // 5.6.2: those who had more at the earliest point where they differed; whoever did not differ at the cut is not elected yet.
    const earlier = earlierRounds(book.history);
    const places = placesWithoutLot(equals, vacancies, earlier);
    if (places === 0) return ok(undefined);
    const asked = {
      choices: equals,
      places,
      want: 'most',
      purpose: 'elect',
      round: book.round(),
      earlier,
    } as const;
    const chosen = task.ties.choose(asked);
    if (!chosen.ok) return chosen;
    book.elect(chosen.value, reasonFor(count, equals[0]!));
    return ok(undefined);
  }
  return ok(undefined);
};

/** As many of the equals as have their places by earlier points alone: those who never differed take a place all together or not at all. */
const placesWithoutLot = (
  equals: readonly number[],
  vacancies: number,
  { count, compare }: RoundsToCompare,
): number => {
  const points = Array.from({ length: count }, (_, point) => point);
  const byPoints = (a: number, b: number): number =>
    points.map((point) => compare(point, a, b)).find((difference) => difference !== 0) ?? 0;
  let places = 0;
  for (const { length } of classesOf(equals, byPoints)) {
    if (places + length > vacancies) break;
    places += length;
  }
  return places;
};

const reasonFor = ({ book, quota }: Ers97Count, choice: number): 'quota' | 'active-vote' =>
  book.units[choice]! >= quota ? 'quota' : 'active-vote';

/** (a) the quota, or (b) the total active vote divided by one more than the places not yet filled. */
const reaches = (count: Ers97Count, choice: number): boolean => {
  const votes = count.book.units[choice]!;
  if (votes >= count.quota) return true;
  return votes > 0 && compareProducts([votes, vacanciesOf(count) + 1], [activeVote(count), 1]) >= 0;
};

/** 6.20: the votes of all continuing choices, and those that await transfer. */
const activeVote = (count: Ers97Count): number => {
  const { book, batches } = count;
  const continuing = book.continuing().reduce((sum, choice) => sum + book.units[choice]!, 0);
  const excluded = batches.reduce(
    (sum, { value, parts }) => sum + parts.reduce((inside, { parcel }) => inside + parcel.weight * value, 0),
    0,
  );
  return continuing + excluded + totalSurplus(count);
};
