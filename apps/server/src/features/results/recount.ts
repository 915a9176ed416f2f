import { Worker } from 'node:worker_threads';
import { type Basis, bases } from '@comitium/tally';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import type { FigureDifference } from './compare-totals.ts';
import { type CountedAnew, countAnew } from './count-anew.ts';
import type { Progress } from './read-packed.ts';
import { arraysOf, planRecount, type RecountTarget, targetOf } from './recount-plan.ts';

/** A stored total that is not what its sheets add up to. */
export interface RecountDifference extends FigureDifference {
  readonly race: string;
  readonly area: string;
  readonly basis: Basis;
}

export interface RecountReport {
  readonly election: string;
  readonly sheets: number;
  readonly totals: number;
  readonly differences: readonly RecountDifference[];
}

export interface RecountOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the recount soon; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether to count in a thread of its own; left out, that is so for a large register. */
  readonly inThread?: boolean | undefined;
}

/** Below that, starting a thread takes longer than the recount. */
const largeRegister = 20_000;

/** What the recount's thread begins with; the plan follows as a message. */
export interface RecountOrder {
  readonly connectionString: string;
  readonly target: RecountTarget;
}

export type RecountAnswer = { readonly progress: Progress } | { readonly counted: CountedAnew };

/**
 * Adds up every sheet anew, on one snapshot of the database, and compares with every stored total. Much is counted in a
 * thread of its own, so that a server can recount while it serves. Both tables are read whole: other elections' rows
 * cost time.
 */
export const recount = async (
  db: Database,
  election: ElectionFacts,
  options: RecountOptions = {},
): Promise<RecountReport> => {
  const inThread = options.inThread ?? election.register.size >= largeRegister;
  const counted = inThread
    ? await countInThread(db, election, options)
    : await countHere(db, election, options);
  const differences = counted.differences.map(({ raceId, area, basis, ...figure }) => ({
    race: election.race(raceId)?.code ?? '?',
    area: election.register.codes[area] ?? '?',
    basis: bases[basis] ?? 'provisional',
    ...figure,
  }));
  return { election: election.code, sheets: counted.sheets, totals: counted.totals, differences };
};

const countHere = (
  db: Database,
  election: ElectionFacts,
  { onProgress, signal }: RecountOptions,
): Promise<CountedAnew> => {
  const plan = Promise.resolve(planRecount(election));
  return countAnew(db, { target: targetOf(election), plan }, (progress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  });
};

const countInThread = (
  { connectionString }: Database,
  election: ElectionFacts,
  { onProgress, signal }: RecountOptions,
): Promise<CountedAnew> => {
  signal?.throwIfAborted();
  const order: RecountOrder = { connectionString, target: targetOf(election) };
  const worker = new Worker(new URL('./recount-worker.ts', import.meta.url), { workerData: order });
  // The thread loads its program and begins to read meanwhile.
  try {
    const plan = planRecount(election);
    worker.postMessage(plan, arraysOf(plan));
  } catch (error) {
    // It would wait for its plan for ever, and hold its snapshot.
    void worker.terminate();
    throw error;
  }
  return new Promise<CountedAnew>((resolve, reject) => {
    const abort = (): void => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (answer: RecountAnswer) => {
      if ('counted' in answer) resolve(answer.counted);
      else onProgress?.(answer.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', abort);
      // Without effect where it has answered.
      reject(new Error(`the recount's thread ended with ${code}`));
    });
  });
};
