// Imports that go on after their request was answered. This process does them, and says in the database how far they
// are; any process shows that, and cancels them there.
import { err, ok, type RegisterId, type Result, uuidv7 } from '@comitium/basics';
import { type BoundaryImportStep, type Problem, problem } from '@comitium/contract';
import type { Kysely } from 'kysely';
import type { Origin } from '../../platform/access/origin.ts';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type ImportEnd,
  insertBoundaryImport,
  interrupted,
  updateImportEnded,
  updateImportProgress,
} from './boundary-import-store.ts';
import { importBoundaries, type ShapesOfLevel } from './import-boundaries.ts';

export interface BoundaryImports {
  /** Answers the import's id; the rest is told by the table. */
  start(request: ShapesOfLevel, origin: Origin): Promise<Result<string, Problem>>;
  /** Ends what runs here; nothing of it is written. */
  stop(): Promise<void>;
}

const sayEveryMs = 500;
/** Parts of the whole, as a country's outlines take them. */
const readingPart = 0.15;
const simplifyingPart = 0.8;

interface Run {
  readonly id: string;
  readonly request: ShapesOfLevel;
  readonly origin: Origin;
  readonly stopping: AbortController;
}

export const createBoundaryImports = (
  platform: Platform,
  onWritten: (id: RegisterId) => void,
): BoundaryImports => {
  const running = new Map<AbortController, Promise<void>>();
  return {
    start: async (request, origin) => {
      const now = platform.clock.now();
      const id = uuidv7(now.getTime());
      const { register, level, dryRun = false } = request;
      const asked = { id, registerId: register.id, level, dryRun, now };
      if (!(await insertBoundaryImport(platform.db.kysely, asked))) {
        return err(problem('request_in_progress', 'Shapes of this level are being imported already.'));
      }
      const stopping = new AbortController();
      const ended = runImport(platform, { id, request, origin, stopping }).then((written) => {
        running.delete(stopping);
        if (written) onWritten(register.id);
      });
      running.set(stopping, ended);
      return ok(id);
    },
    stop: async () => {
      for (const stopping of running.keys()) stopping.abort(new Error('the server stops'));
      await Promise.all(running.values());
    },
  };
};

/** Whether shapes were written. Never throws: who waits for it reads the table. */
const runImport = async (platform: Platform, run: Run): Promise<boolean> => {
  const { db, clock, log } = platform;
  const { id, request, origin, stopping } = run;
  const progress = sayProgress(platform, run);
  const over = (end: ImportEnd, by: Kysely<DatabaseSchema> = db.kysely) =>
    updateImportEnded(by, { id, now: clock.now() }, end);
  try {
    const report = await importBoundaries(platform, request, origin, {
      signal: stopping.signal,
      onProgress: progress.note,
      mayWrite: (tx, written) => over({ state: 'done', report: written }, tx),
    });
    if (!report.ok) await over({ state: 'failed', problem: report.error });
    else if (request.dryRun) await over({ state: 'done', report: report.value });
    return report.ok && report.value.written;
  } catch (error) {
    await progress.end();
    if (!stopping.signal.aborted) log.error({ err: error, import: id }, 'an import of shapes failed');
    // Without effect where it was cancelled.
    await over({ state: 'failed', problem: interrupted }).catch((failure) =>
      log.warn({ err: failure, import: id }, 'what became of an import of shapes could not be written down'),
    );
    return false;
  } finally {
    await progress.end();
  }
};

const sayProgress = ({ db, clock, log }: Platform, { id, stopping }: Run) => {
  let now: { step: BoundaryImportStep; share: number } = { step: 'reading', share: 0 };
  let saying: Promise<void> = Promise.resolve();
  const say = async (): Promise<void> => {
    try {
      const goesOn = await updateImportProgress(db.kysely, id, { ...now, now: clock.now() });
      if (!goesOn) stopping.abort(new Error('the import was cancelled'));
    } catch (error) {
      log.debug({ err: error, import: id }, 'the progress of an import could not be written down');
    }
  };
  const timer = setInterval(() => {
    saying = saying.then(say);
  }, sayEveryMs);
  return {
    note: (step: 'reading' | 'simplifying', share: number): void => {
      const before = step === 'reading' ? 0 : readingPart;
      const part = step === 'reading' ? readingPart : simplifyingPart;
      now = { step, share: before + part * share };
    },
    end: (): Promise<void> => {
      clearInterval(timer);
      return saying;
    },
  };
};
