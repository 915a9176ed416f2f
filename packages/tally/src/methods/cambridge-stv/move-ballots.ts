import type { Parcel } from '../stages/paper-parcels.ts';
import type { CambridgeCount } from './cambridge-count.ts';

/**
 * Moves ballots one by one to the next continuing choice; who reaches the quota receives no more. At most `most` move, and those that
 * name nobody stay where they are; with null all move, and those that name nobody are exhausted.
 */
export const moveBallots = (
  { book, papers, quota, full }: Pick<CambridgeCount, 'book' | 'papers' | 'quota' | 'full'>,
  from: number,
  { ballots, most }: { readonly ballots: readonly number[]; readonly most: number | null },
): void => {
  let moved = 0;
  const received = new Map<number, number[]>();
  for (const ballot of ballots) {
    if (moved === most) break;
    const single: Parcel = { value: 1, papers: [ballot], weight: 1 };
    const to = papers.sort(single, book.inCount)[0]!.to;
    if (typeof to !== 'number') {
      if (most === null) book.move(from, to, 1);
      continue;
    }
    const pile = received.get(to) ?? [];
    pile.push(ballot);
    received.set(to, pile);
    book.move(from, to, 1);
    moved++;
    if (book.units[to]! >= quota) {
      full.add(to);
      book.inCount[to] = 0;
    }
  }
  for (const [to, pile] of received) papers.held[to]!.push({ value: 1, papers: pile, weight: pile.length });
};
