import type { Result } from '@comitium/basics';
import type { SheetReceipt } from '@comitium/contract';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import type { ExistingSheet, KeptProblem, QueuedSheet, QueueState } from './queued-sheet.ts';
import { retryDelayMs } from './retry-delay.ts';

export interface Moment {
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
}

export const keepProblem = ({
  code,
  status,
  title,
  detail,
  requestId,
  errors,
}: ProblemAnswer): KeptProblem => ({
  code,
  status,
  title,
  detail,
  requestId,
  errors,
});

const existingOf = ({ body }: ProblemAnswer): ExistingSheet | null => {
  const sheet = body['sheet'];
  return typeof sheet === 'object' && sheet !== null ? (sheet as ExistingSheet) : null;
};

/** Answers that say nothing about the sheet: the same key is tried again. */
const isTransient = ({ status, code, body }: ProblemAnswer): boolean =>
  status === 0 ||
  status === 408 ||
  status === 429 ||
  status >= 500 ||
  code === 'request_in_progress' ||
  (code === 'sheet_exists' && body['sheet'] === undefined);

const retryState = (sheet: QueuedSheet, problem: ProblemAnswer, { now, random }: Moment): QueueState => {
  const attempts = sheet.state.kind === 'waiting' ? sheet.state.attempts : 0;
  const asked = (problem.retryAfterSeconds ?? 0) * 1000;
  const delay = Math.max(asked, retryDelayMs(attempts, random));
  return {
    kind: 'waiting',
    attempts: attempts + 1,
    notBefore: now.getTime() + delay,
    problem: keepProblem(problem),
  };
};

/** Where a failed attempt, of the photograph or of the sheet, leaves the sheet. It is never dropped. */
export const settleFailure = (
  sheet: QueuedSheet,
  failure: { readonly part: 'sheet' | 'photo'; readonly problem: ProblemAnswer },
  moment: Moment,
): QueuedSheet => {
  const { part, problem } = failure;
  if (problem.status === 401) return { ...sheet, state: { kind: 'sign_in' } };
  if (isTransient(problem)) return { ...sheet, state: retryState(sheet, problem, moment) };
  if (problem.code === 'sheet_exists') {
    const existing = existingOf(problem);
    return {
      ...sheet,
      state: {
        kind: 'conflict',
        existing,
        askedDesk: false,
        at: moment.now.toISOString(),
        problem: keepProblem(problem),
      },
    };
  }
  return { ...sheet, state: { kind: 'refused', part, problem: keepProblem(problem) } };
};

/** Where an answered attempt leaves the sheet; the photograph's room is given back once the sheet arrived. */
export const settleAttempt = (
  sheet: QueuedSheet,
  answer: Result<SheetReceipt, ProblemAnswer>,
  moment: Moment,
): QueuedSheet => {
  if (!answer.ok) return settleFailure(sheet, { part: 'sheet', problem: answer.error }, moment);
  const state = { kind: 'sent', receipt: answer.value, at: moment.now.toISOString() } as const;
  return { ...sheet, photo: null, state };
};
