import type { Contest, SheetBody, SheetReceipt } from '@comitium/contract';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import type { Figures } from '../../../data/sheets/figures-draft.ts';
import type { SheetPhoto } from '../photo/sheet-photo.ts';

/** The sheet that stands in the way of ours, as a 409 carries it. */
export interface ExistingSheet extends Figures {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly source: string;
  readonly receivedAt: string;
}

/** A problem as far as it is worth keeping: what to show, and the request id to tell. */
export type KeptProblem = Pick<
  ProblemAnswer,
  'code' | 'status' | 'title' | 'detail' | 'requestId' | 'errors'
>;

/**
 * Where a sheet of the queue stands; docs of each arrow in `settleAttempt`. Only `sent`, and a person's own decision
 * to discard, ever end it.
 */
export type QueueState =
  | {
      readonly kind: 'waiting';
      readonly attempts: number;
      readonly notBefore: number;
      readonly problem: KeptProblem | null;
    }
  | { readonly kind: 'sign_in' }
  | {
      readonly kind: 'conflict';
      readonly existing: ExistingSheet | null;
      readonly askedDesk: boolean;
      /** When this device learnt of the conflict, or of its last change. */
      readonly at: string;
      readonly problem: KeptProblem;
    }
  | { readonly kind: 'refused'; readonly part: 'sheet' | 'photo'; readonly problem: KeptProblem }
  | { readonly kind: 'sent'; readonly receipt: SheetReceipt; readonly at: string };

export type QueuedBody = Omit<SheetBody, 'attachments' | keyof Figures> & Figures;

export interface QueuedSheet {
  /** The idempotency key: made once for this body, the same in every attempt. */
  readonly key: string;
  readonly election: string;
  readonly electionName: string;
  /** Who filled it in; nobody else's session sends it. */
  readonly person: { readonly id: string; readonly email: string };
  readonly station: { readonly code: string; readonly name: string };
  readonly contest: Contest;
  readonly body: QueuedBody;
  readonly photo: SheetPhoto | null;
  /** The stored photograph, once it arrived; the sheet is sent after it. */
  readonly photoFileId: string | null;
  readonly queuedAt: string;
  readonly state: QueueState;
}

export const isUnsent = ({ state }: QueuedSheet): boolean => state.kind !== 'sent';
