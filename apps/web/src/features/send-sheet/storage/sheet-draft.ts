import type { FiguresDraft } from '../../../data/sheets/figures-draft.ts';
import type { SheetPhoto } from '../photo/sheet-photo.ts';

/** What is typed for one contest of one station and not yet handed to the queue. */
export interface SheetDraft {
  /** `draftId` of its election, station and contest. */
  readonly id: string;
  readonly figures: FiguresDraft;
  readonly note: string;
  readonly photo: SheetPhoto | null;
  /** The key of the refused or conflicting sheet that this draft replaces once it is handed in. */
  readonly replaces: string | null;
}

export interface SheetPlace {
  readonly election: string;
  readonly station: string;
  readonly contest: string;
}

export const draftId = ({ election, station, contest }: SheetPlace): string =>
  JSON.stringify([election, station, contest]);
