import type { Result } from '@comitium/basics';
import { ok } from '@comitium/basics';
import type { OpenTie, TiePurpose } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import { earlierRounds, pick } from '../pick.ts';
import type { CountBook } from './count-book.ts';

/** One choice with most or fewest votes, by figures in whole units; equality goes to the tie breaker with the earlier rounds. */
export const pickOne = (
  { ties }: Pick<CountTask<unknown>, 'ties'>,
  book: CountBook,
  { candidates, want, purpose, by = book.units }: Question,
): Result<number, OpenTie> => {
  const picked = pick(ties, {
    candidates,
    places: 1,
    want,
    purpose,
    round: book.round(),
    compare: (a, b) => by[a]! - by[b]!,
    earlier: earlierRounds(book.history),
  });
  return picked.ok ? ok(picked.value[0]!) : picked;
};

export interface Question {
  readonly candidates: readonly number[];
  readonly want: 'most' | 'fewest';
  readonly purpose: TiePurpose;
  readonly by?: ArrayLike<number>;
}
