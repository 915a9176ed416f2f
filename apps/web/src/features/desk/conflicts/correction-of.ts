import type { CorrectSheetBody, SheetConflict } from '@comitium/contract';

const mostAttachments = 10;

/** The recorded sheet with the refused figures; both photographs stay with it, the refused sheet's first. */
export const correctionOf = (
  { votes, rejected, cast, registered, attachments, live }: SheetConflict,
  reason: string,
): CorrectSheetBody => ({
  votes,
  rejected,
  cast,
  registered,
  reason,
  attachments: [...new Set([...attachments, ...live.attachments])].slice(0, mostAttachments),
});
