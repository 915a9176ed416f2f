import { draftOfFigures } from '../../../data/sheets/figures-draft.ts';
import type { QueuedSheet } from '../queue/queued-sheet.ts';
import { draftId, type SheetDraft } from './sheet-draft.ts';

/** A sheet of the queue as a draft again; handing it over will replace the one in the queue. */
export const draftOfQueued = ({ key, election, station, contest, body, photo }: QueuedSheet): SheetDraft => ({
  id: draftId({ election, station: station.code, contest: contest.code }),
  figures: draftOfFigures(contest, body),
  note: body.note ?? '',
  photo,
  replaces: key,
});
