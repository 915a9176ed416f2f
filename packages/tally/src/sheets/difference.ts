import type { Tally } from '../rollup/tally.ts';
import { contribution, type Revision } from './contribution.ts';
import type { SheetFigures } from './sheet-figures.ts';
import type { Basis } from './sheet-status.ts';

/** What must be added to every total above a station; figures may be negative, `stations` is −1, 0 or 1. */
export type Delta = Tally;

/**
 * The exact change of the totals when what a station contributes goes from `before` to `after`; null when nothing
 * changes, so that no total need be touched. Throws RangeError when the two are in different ballot orders' widths.
 */
export const difference = (before: SheetFigures | null, after: SheetFigures | null): Delta | null => {
  if (before === null) return after === null ? null : signed(after, 1);
  if (after === null) return signed(before, -1);
  if (before.votes.length !== after.votes.length) {
    throw new RangeError(`${before.votes.length} vote figures before, ${after.votes.length} after`);
  }
  const delta = {
    votes: after.votes.map((count, i) => count - before.votes[i]!),
    rejected: after.rejected - before.rejected,
    cast: after.cast - before.cast,
    registered: after.registered - before.registered,
    stations: 0,
  };
  const { votes, rejected, cast, registered } = delta;
  return rejected === 0 && cast === 0 && registered === 0 && votes.every((n) => n === 0) ? null : delta;
};

/** The change that a revision makes to the totals of one basis. `before` is null for the first revision of a station. */
export const revisionDelta = (before: Revision | null, after: Revision | null, basis: Basis): Delta | null =>
  difference(contribution(before, basis), contribution(after, basis));

/** Votes that are added are the sheet's own, without a copy: most changes of totals are of this kind. */
const signed = ({ votes, rejected, cast, registered }: SheetFigures, sign: 1 | -1): Delta => ({
  votes: sign === 1 ? votes : votes.map((count) => 0 - count),
  rejected: rejected * sign + 0,
  cast: cast * sign + 0,
  registered: registered * sign + 0,
  stations: sign,
});
