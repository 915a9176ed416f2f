import type { Contest, SheetBody } from '@comitium/contract';
import type { Figures } from '../../../data/sheets/figures-draft.ts';
import { keyFor } from '../queue/key-for.ts';
import type { QueuedBody, QueuedSheet } from '../queue/queued-sheet.ts';
import type { SheetDraft } from '../storage/sheet-draft.ts';

interface Composed {
  readonly election: { readonly code: string; readonly name: string };
  readonly person: { readonly id: string; readonly email: string };
  readonly station: { readonly code: string; readonly name: string };
  readonly contest: Contest;
  readonly draft: SheetDraft;
  readonly figures: Figures;
  readonly source: NonNullable<SheetBody['source']>;
  /** The refused or conflicting sheet that this one replaces. */
  readonly replaced: QueuedSheet | null;
  readonly now: string;
}

/** The sheet as it goes into the queue. The body is final here: its key stays with it in every attempt. */
export const composeSheet = (parts: Composed): QueuedSheet => {
  const { election, person, station, contest, draft, figures, source, replaced, now } = parts;
  const note = draft.note.trim();
  const body: QueuedBody = {
    station: station.code,
    contest: contest.code,
    ...figures,
    source,
    ...(draft.photo === null ? {} : { capturedAt: draft.photo.takenAt }),
    ...(note === '' ? {} : { note }),
  };
  const samePhoto = draft.photo !== null && replaced?.photo?.id === draft.photo.id;
  return {
    key: keyFor(replaced, { body, photoId: draft.photo?.id ?? null }),
    election: election.code,
    electionName: election.name,
    person: { id: person.id, email: person.email },
    station: { code: station.code, name: station.name },
    contest,
    body,
    photo: draft.photo,
    photoFileId: samePhoto ? replaced.photoFileId : null,
    queuedAt: now,
    state: { kind: 'waiting', attempts: 0, notBefore: 0, problem: null },
  };
};
