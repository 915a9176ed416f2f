import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { earlierRounds, pick } from '../pick.ts';
import type { Bundle } from '../stages/paper-parcels.ts';
import type { IrishCount } from './irish-count.ts';

/** Section 121: whole papers move out of the sub-parcel that was received last. */
export const transferSurplus = (count: IrishCount, from: number): Result<void, OpenTie> => {
  const { book, papers, quota } = count;
  const surplus = book.units[from]! - quota;
  const last = papers.held[from]!.at(-1);
  const bundles = last === undefined ? [] : papers.sort(last, book.inCount);
  const parcels = bundles.filter(({ to }) => typeof to === 'number');
  const transferable = parcels.reduce((sum, { weight }) => sum + weight, 0);
  book.noteSurplus(from, surplus, null);
  const shares =
    transferable <= surplus ? ok(parcels.map(({ weight }) => weight)) : shareOut(count, parcels, surplus);
  if (!shares.ok) return shares;
  for (const [i, { to, papers: sorted }] of parcels.entries()) {
    const moving = shares.value[i]!;
    if (moving === 0 || typeof to !== 'number') continue;
    // Those last filed in the sub-parcel.
    papers.held[to]!.push({ value: 1, papers: sorted.slice(-moving), weight: moving });
    book.move(from, to, moving);
  }
  let rest = Math.max(0, surplus - transferable);
  for (const { to, weight } of bundles)
    if (typeof to !== 'number') {
      // Set aside as not effective, as many as are not needed for the quota.
      const aside = Math.min(rest, weight);
      book.move(from, to, aside);
      rest -= aside;
    }
  return ok(undefined);
};

/** Papers × surplus ÷ transferable papers; what the fractions leave goes to the largest fractions, then to the largest sub-parcels. */
const shareOut = (
  { task, book }: IrishCount,
  parcels: readonly Bundle[],
  surplus: number,
): Result<number[], OpenTie> => {
  const transferable = parcels.reduce((sum, { weight }) => sum + weight, 0);
  const shares = parcels.map(({ weight }) => Math.floor((weight * surplus) / transferable));
  const fractions = parcels.map(({ weight }) => (weight * surplus) % transferable);
  const missing = surplus - shares.reduce((sum, share) => sum + share, 0);
  if (missing === 0) return ok(shares);
  const placeOf = new Map(parcels.map(({ to }, i) => [to, i]));
  const compare = (a: number, b: number): number => {
    const [i, j] = [placeOf.get(a)!, placeOf.get(b)!];
    return fractions[i]! - fractions[j]! || parcels[i]!.weight - parcels[j]!.weight;
  };
  const candidates = parcels.flatMap(({ to }, i) =>
    typeof to === 'number' && fractions[i]! > 0 ? [to] : [],
  );
  const picked = pick(task.ties, {
    candidates,
    places: missing,
    compare,
    want: 'most',
    purpose: 'order',
    round: book.round(),
    earlier: earlierRounds([...book.history, book.units]),
  });
  if (!picked.ok) return picked;
  for (const choice of picked.value) shares[placeOf.get(choice)!]! += 1;
  return ok(shares);
};
