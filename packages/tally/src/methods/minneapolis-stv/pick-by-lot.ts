import type { Result } from '@comitium/basics';
import { ok } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import { pick } from '../pick.ts';
import type { Question } from '../stages/ask-ties.ts';
import type { CountBook } from '../stages/count-book.ts';

/** § 167.70 (1) d and e: ties are decided by lot; earlier rounds are not looked at. */
export const pickByLot = (
  { ties }: Pick<CountTask<unknown>, 'ties'>,
  book: CountBook,
  { candidates, want, purpose }: Question,
): Result<number, OpenTie> => {
  const compare = (a: number, b: number): number => book.units[a]! - book.units[b]!;
  const picked = pick(ties, { candidates, places: 1, want, purpose, compare, round: book.round() });
  return picked.ok ? ok(picked.value[0]!) : picked;
};
