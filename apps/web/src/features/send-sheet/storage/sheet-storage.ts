import type { QueuedSheet } from '../queue/queued-sheet.ts';
import type { SheetDraft } from './sheet-draft.ts';
import type { Shelf } from './shelf.ts';

/** An answer of the server kept for the time without signal. */
export interface Snapshot {
  readonly name: string;
  readonly value: unknown;
  readonly at: string;
}

export interface SheetStorage {
  readonly drafts: Shelf<SheetDraft>;
  readonly queue: Shelf<QueuedSheet>;
  readonly snapshots: Shelf<Snapshot>;
}
