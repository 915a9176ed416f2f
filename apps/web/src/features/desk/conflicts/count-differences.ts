import type { SheetRevision } from '@comitium/contract';

type Figures = Pick<SheetRevision, 'votes' | 'rejected' | 'cast' | 'registered'>;

/** How many figures of two sheets of the same contest differ. */
export const countDifferences = (one: Figures, other: Figures): number => {
  const choices = new Set([...Object.keys(one.votes), ...Object.keys(other.votes)]);
  const votes = [...choices].filter((code) => (one.votes[code] ?? 0) !== (other.votes[code] ?? 0));
  const others = (['rejected', 'cast', 'registered'] as const).filter((key) => one[key] !== other[key]);
  return votes.length + others.length;
};
