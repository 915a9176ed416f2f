import { setTimeout as delay } from 'node:timers/promises';
import type { BoundaryImport } from '@comitium/contract';
import type { ApiSession } from '../api-session.ts';

interface Following {
  readonly begun: BoundaryImport;
  /** Cancels the import. */
  readonly stopped: AbortSignal;
  readonly onProgress: (run: BoundaryImport) => void;
}

const askEveryMs = 500;
const answersWithinMs = 15_000;
/** Longer than a server needs to start again, and to find that the import ended with the one before. */
const patienceMs = 120_000;

/** A server that is busy or starts again is asked again. */
const settles = ({ status }: Response): boolean => status < 500 && status !== 429;

/** How the import ended, the refusal to say so, or null where the server answers no more. */
export const followImport = async (
  session: ApiSession,
  { begun, stopped, onProgress }: Following,
): Promise<BoundaryImport | Response | null> => {
  const ask = (method: 'GET' | 'DELETE') =>
    session.ask(`/boundary-imports/${begun.id}`, { method, signal: AbortSignal.timeout(answersWithinMs) });
  let run = begun;
  let isCancelled = false;
  for (let answeredAt = performance.now(); run.state === 'running'; ) {
    onProgress(run);
    await delay(askEveryMs);
    if (stopped.aborted && !isCancelled) {
      const answer = await ask('DELETE');
      // That it was over before shows below.
      isCancelled = answer !== null && settles(answer);
    }
    const answer = await ask('GET');
    if (answer !== null && settles(answer)) {
      if (!answer.ok) return answer;
      run = (await answer.json()) as BoundaryImport;
      answeredAt = performance.now();
    } else if (performance.now() - answeredAt > patienceMs) return null;
  }
  return run;
};
