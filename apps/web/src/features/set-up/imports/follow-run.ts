import type { BoundaryImport } from '@comitium/contract';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { sendRequest } from '../../../data/send-request.ts';
import { ended, failed, type ImportState, idle } from './import-state.ts';

const askEveryMs = 500;
const pause = () => new Promise((resolve) => setTimeout(resolve, askEveryMs));

/** A connection that is lost for a moment, or a server that is busy, is asked again. */
const passes = ({ status }: ProblemAnswer): boolean => status === 0 || status === 429 || status >= 500;

/** Asks how far an import is until it is over, and says what the page shows then. */
export const followRun = async (
  first: BoundaryImport,
  onRun: (run: BoundaryImport) => void,
): Promise<ImportState> => {
  let run = first;
  while (run.state === 'running') {
    onRun(run);
    await pause();
    const answer = await sendRequest<BoundaryImport>(`boundary-imports/${run.id}`);
    if (answer.ok) run = answer.value.body;
    else if (!passes(answer.error)) return failed(answer.error);
  }
  if (run.state === 'cancelled') return { ...idle, cancelled: true };
  return run.report === null ? failed(problemOf(run)) : ended(run.report, run.report.written);
};

/** As an answer would have told it. */
const problemOf = ({ problem }: BoundaryImport): ProblemAnswer => {
  const { code = 'internal_error', title = '', detail = '', errors = [] } = problem ?? {};
  return { code, title, detail, errors, status: 422, requestId: null, retryAfterSeconds: null, body: {} };
};
