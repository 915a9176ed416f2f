import type { Result } from '@comitium/basics';
import type { SheetReceipt, StoredFile } from '@comitium/contract';
import type { OnUpload } from '../../../data/fetch-with-progress.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import type { SheetPhoto } from '../photo/sheet-photo.ts';
import type { Shelf } from '../storage/shelf.ts';
import { dueSheets } from './due-sheets.ts';
import type { QueuedSheet } from './queued-sheet.ts';
import { settleAttempt, settleFailure } from './settle-attempt.ts';

/** The two requests a sheet needs. Neither throws: a lost connection is a problem of status 0. */
export interface SheetTransport {
  readonly storePhoto: (photo: SheetPhoto, onUpload: OnUpload) => Promise<Result<StoredFile, ProblemAnswer>>;
  readonly submit: (sheet: QueuedSheet) => Promise<Result<SheetReceipt, ProblemAnswer>>;
}

export interface SenderParts {
  readonly queue: Shelf<QueuedSheet>;
  readonly transport: SheetTransport;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  /** The person of the present session; null sends nothing. */
  readonly personId: () => string | null;
  /** Called after each record that changed, when it is safely kept. */
  readonly onChange: () => void;
  /** How much of the photograph of the sheet with this key has left, 0 to 1. */
  readonly onUpload: (key: string, share: number) => void;
}

export interface Sender {
  /** Sends what is due, one after another; calls while it runs share the run. Resolves when nothing is due. */
  readonly sendDue: () => Promise<void>;
  /** The signal is back, or a person says "now": the same, also for sheets that still wait for their next attempt. */
  readonly sendNow: () => Promise<void>;
}

/** Every step is written down before the next begins, so that a phone may die between any two of them. */
export const createSender = (parts: SenderParts): Sender => {
  let run: Promise<void> | null = null;
  const sendDue = (): Promise<void> => {
    run ??= sendAll(parts, false).finally(() => {
      run = null;
    });
    return run;
  };
  const sendNow = async (): Promise<void> => {
    await run;
    run ??= sendAll(parts, true).finally(() => {
      run = null;
    });
    return run;
  };
  return { sendDue, sendNow };
};

const sendAll = async (parts: SenderParts, waitForNone: boolean): Promise<void> => {
  const tried = new Set<string>();
  for (;;) {
    const personId = parts.personId();
    if (personId === null) return;
    const now = waitForNone ? Number.POSITIVE_INFINITY : parts.now().getTime();
    const due = dueSheets(await parts.queue.list(), { now, personId });
    const next = due.find(({ key }) => !tried.has(key));
    if (!next) return;
    tried.add(next.key);
    const settled = await sendOne(parts, next);
    // Without a session every other sheet would be refused the same way.
    if (settled.state.kind === 'sign_in') return;
  }
};

const keep = async ({ queue, onChange }: SenderParts, sheet: QueuedSheet): Promise<QueuedSheet> => {
  await queue.put(sheet);
  onChange();
  return sheet;
};

const sendOne = async (parts: SenderParts, sheet: QueuedSheet): Promise<QueuedSheet> => {
  const moment = () => ({ now: parts.now(), random: parts.random() });
  let current = sheet;
  if (current.photo !== null && current.photoFileId === null) {
    const stored = await parts.transport.storePhoto(current.photo, (share) =>
      parts.onUpload(sheet.key, share),
    );
    if (!stored.ok) {
      return keep(parts, settleFailure(current, { part: 'photo', problem: stored.error }, moment()));
    }
    current = await keep(parts, { ...current, photoFileId: stored.value.id });
  }
  const answer = await parts.transport.submit(current);
  return keep(parts, settleAttempt(current, answer, moment()));
};
