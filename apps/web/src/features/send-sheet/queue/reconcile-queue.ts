import type { Sheet } from '@comitium/contract';
import type { ExistingSheet, QueuedSheet } from './queued-sheet.ts';

/** The sheet that counts now for a contest of a station; null when there is none, undefined when that is not known. */
export type LiveSheetOf = (station: string, contest: string) => Sheet | null | undefined;

const existingOf = (sheet: Sheet): ExistingSheet => {
  const { id, revision, status, source, receivedAt, votes, rejected, cast, registered } = sheet;
  return { id, revision, status, source, receivedAt, votes, rejected, cast, registered };
};

/**
 * What the server's list of `readAt` (when it was asked for) changes about the queue: a sheet that arrived and is no
 * longer there was rejected; the sheet in the way of another may have been corrected or withdrawn. Answers only the
 * sheets that change.
 */
export const reconcileQueue = (
  queue: readonly QueuedSheet[],
  { liveSheetOf, readAt }: { readonly liveSheetOf: LiveSheetOf; readonly readAt: string },
): readonly QueuedSheet[] =>
  queue.flatMap((sheet) => {
    const live = liveSheetOf(sheet.station.code, sheet.contest.code);
    const changed = live === undefined ? null : reconcileSheet(sheet, live, readAt);
    return changed === null ? [] : [changed];
  });

const reconcileSheet = (sheet: QueuedSheet, live: Sheet | null, readAt: string): QueuedSheet | null => {
  const { state } = sheet;
  if (state.kind === 'sent' && state.at < readAt) {
    const status = live?.id === state.receipt.sheetId ? live.status : 'rejected';
    if (status === state.receipt.status) return null;
    return { ...sheet, state: { ...state, receipt: { ...state.receipt, status } } };
  }
  if (state.kind === 'conflict' && state.existing !== null && state.at < readAt) {
    const same = live?.id === state.existing.id && live.revision === state.existing.revision;
    return same
      ? null
      : { ...sheet, state: { ...state, at: readAt, existing: live === null ? null : existingOf(live) } };
  }
  return null;
};
