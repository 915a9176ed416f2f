import { ok, type Result } from '@comitium/basics';
import { formatUnits } from '../../exact/fixed-point.ts';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { pickOne } from '../stages/ask-ties.ts';
import { type Ers97Count, surplusOf, withSurplus } from './ers97-count.ts';

/** 5.3: the largest surplus moves, out of the batch that was received last. */
export const transferSurplus = (count: Ers97Count): Result<void, OpenTie> => {
  const { task, book, papers } = count;
  const chosen = pickOne(task, count, { candidates: withSurplus(count), want: 'most', purpose: 'surplus' });
  if (!chosen.ok) return chosen;
  const from = chosen.value;
  const surplus = surplusOf(count, from);
  const last = papers.held[from]!.at(-1);
  const bundles = last === undefined ? [] : papers.sort(last, book.inCount);
  const present = last?.value ?? 0;
  const weight = bundles.reduce((sum, { to, weight: some }) => sum + (typeof to === 'number' ? some : 0), 0);
  // 5.3.7: what their value leaves of the surplus is the non-transferable papers'; what dividing leaves is nobody's.
  const scarce = weight * present > surplus;
  const value = scarce ? multiplyDivide(surplus, 1, { by: weight, rounding: 'down' }) : present;
  book.noteSurplus(from, surplus, formatUnits(value, 2));
  let rest = surplus - weight * value;
  for (const { to, papers: sorted, weight: some } of bundles)
    if (typeof to === 'number') {
      papers.held[to]!.push({ value, papers: sorted, weight: some });
      book.move(from, to, some * value);
    } else if (!scarce) {
      const lost = Math.min(rest, some * present);
      book.move(from, to, lost);
      rest -= lost;
    }
  book.move(from, 'rounding', rest);
  return ok(undefined);
};
