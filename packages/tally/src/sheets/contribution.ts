import type { SheetFigures } from './sheet-figures.ts';
import { type Basis, countedIn, type SheetStatus } from './sheet-status.ts';

/** One revision of a sheet, as far as totals are concerned. */
export interface Revision {
  readonly status: SheetStatus;
  readonly figures: SheetFigures;
}

/** The figures a revision brings into the totals of one basis; null where it does not count, or there is none. */
export const contribution = (revision: Revision | null, basis: Basis): SheetFigures | null =>
  revision !== null && countedIn(revision.status, basis) ? revision.figures : null;
