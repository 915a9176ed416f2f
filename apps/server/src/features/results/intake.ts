import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { didNotAnswerInTime, isDatabaseUnavailable } from '../../platform/database/index.ts';
import { busyProblem } from '../../platform/http/problem-of-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { commitBatch, losesToOthers } from './commit-batch.ts';
import type { IntakeAnswer } from './intake-answer.ts';
import type { NewSheet } from './new-sheet.ts';
import { recordConflicts } from './record-conflicts.ts';
import { resolveTaken } from './resolve-taken.ts';
import { receiptOf } from './sheet-receipt.ts';

/** The one way in. Answers come after the commit; sheets that arrive while one batch commits go in the next. */
export interface Intake {
  submit(sheet: NewSheet): Promise<Result<IntakeAnswer, Problem>>;
  /** Takes no more, and waits for what is under way; called before the database goes. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly sheet: NewSheet;
  /** Its author's key, as `running` has it. */
  readonly place: string;
  readonly resolve: (result: Result<IntakeAnswer, Problem>) => void;
  readonly reject: (error: unknown) => void;
}

interface Writing {
  readonly platform: Platform;
  /** What is not answered yet, by author and key. */
  readonly running: Map<string, NewSheet>;
  /** Whether the last batch found all its places: of sheets that are sent again whole batches find none. */
  hopeful: boolean;
}

const mostPerBatch = 500;
/** Transactions at once: while one waits for the disk, the next is written. Their totals are locked last and briefly. */
const mostLanes = 2;
/** A second transaction is worth its cost when so many wait; a few are sooner done behind the first. */
const leastForAnotherLane = 24;
/** So many do not wait for others to join them; fewer do while every turn of the event loop brings more. */
const fullEnough = 400;

export const createIntake = (platform: Platform): Intake => {
  const waiting: Waiting[] = [];
  const lanes = new Set<Promise<void>>();
  let stopped = false;
  const writing: Writing = { platform, running: new Map(), hopeful: true };

  const runLane = async (): Promise<void> => {
    do {
      const hung = await settle(writing, waiting.splice(0, mostPerBatch));
      // They have waited beside it, and one time-out is enough for everybody; nothing of them was sent.
      if (hung !== null) refuse(writing, waiting.splice(0), hung);
    } while (waiting.length >= (lanes.size === 1 ? 1 : fullEnough));
  };
  /** How many waited when it was looked last; more have come since where it is more now. */
  let seen = 0;
  /** Whether a batch should be begun now, beside those that are under way. */
  const worthwhile = (): boolean => {
    const before = seen;
    seen = waiting.length;
    if (lanes.size === 0) return waiting.length > 0;
    if (lanes.size >= mostLanes || waiting.length < leastForAnotherLane) return false;
    if (waiting.length >= fullEnough || waiting.length <= before) return true;
    lookSoon();
    return false;
  };
  const pump = (): void => {
    if (!worthwhile()) return;
    const lane = runLane()
      .catch((error: unknown) => platform.log.error({ err: error }, 'the intake failed'))
      .finally(() => {
        lanes.delete(lane);
        pump();
      });
    lanes.add(lane);
  };
  let looking = false;
  /** On the next turn, so that all requests read from the sockets in this one share the batch. */
  const lookSoon = (): void => {
    if (looking) return;
    looking = true;
    setImmediate(() => {
      looking = false;
      pump();
    });
  };

  return {
    submit: (sheet) => {
      if (stopped) return Promise.resolve(err(goingAway()));
      const place = `${sheet.authorId} ${sheet.key}`;
      const first = writing.running.get(place);
      if (first !== undefined) return Promise.resolve(err(sameKeyProblem(first, sheet)));
      writing.running.set(place, sheet);
      const answered = new Promise<Result<IntakeAnswer, Problem>>((resolve, reject) => {
        waiting.push({ sheet, place, resolve, reject });
      });
      lookSoon();
      return answered;
    },
    stop: async () => {
      stopped = true;
      while (lanes.size > 0) await Promise.all(lanes);
    },
  };
};

const answer = ({ running }: Writing, one: Waiting, result: Result<IntakeAnswer, Problem>): void => {
  running.delete(one.place);
  one.resolve(result);
};

const fail = ({ running }: Writing, one: Waiting, error: unknown): void => {
  running.delete(one.place);
  one.reject(error);
};

const goingAway = (): Problem =>
  problem('unavailable', 'The server is going away; send again in a moment.', { retryAfterSeconds: 2 });

const sameKeyProblem = (first: NewSheet, sheet: NewSheet): Problem =>
  first.bodyHash === sheet.bodyHash
    ? problem('request_in_progress', 'The first request with this key has not finished yet.', {
        retryAfterSeconds: 1,
      })
    : problem('idempotency_key_reused', 'This key is being used for other figures; take a new one.');

/**
 * Commits a batch and answers everybody in it; one that fails is tried sheet by sheet, so no bad one takes others down.
 * Answers the failure where the database did not answer in time, else null.
 */
const settle = async (writing: Writing, batch: readonly Waiting[]): Promise<Failure | null> => {
  const failure = await attempt(writing, batch);
  if (failure === null) return null;
  if (batch.length === 1 || isDatabaseUnavailable(failure.error)) return refuse(writing, batch, failure);
  writing.platform.log.warn(
    { err: failure.error, sheets: batch.length },
    'a batch of sheets failed; each is tried alone',
  );
  for (const [at, one] of batch.entries()) {
    const alone = await attempt(writing, [one]);
    if (alone === null) continue;
    // That is no sheet's own fault: those behind would wait as long, one after the other, to hear the same.
    if (isDatabaseUnavailable(alone.error) || losesToOthers(alone.error))
      return refuse(writing, batch.slice(at), alone);
    refuse(writing, [one], alone);
  }
  return null;
};

interface Failure {
  readonly error: unknown;
}

/** Null when everybody in it is answered. */
const attempt = async (writing: Writing, batch: readonly Waiting[]): Promise<Failure | null> => {
  const { metrics, tracing } = writing.platform;
  metrics.intakeBatchSheets.observe(batch.length);
  const timer = metrics.intakeCommitSeconds.startTimer();
  try {
    await tracing.span('intake commit', { sheets: batch.length }, () => commit(writing, batch));
    return null;
  } catch (error) {
    return { error };
  } finally {
    timer();
  }
};

const refuse = (writing: Writing, batch: readonly Waiting[], failure: Failure): Failure | null => {
  const { platform } = writing;
  const { error } = failure;
  platform.metrics.sheets.inc({ outcome: 'failed' }, batch.length);
  const overtaken = losesToOthers(error);
  if (overtaken)
    platform.log.warn({ err: error, sheets: batch.length }, 'sheets lost to other writers and are not taken');
  for (const one of batch) {
    if (overtaken) answer(writing, one, err(busyProblem()));
    else fail(writing, one, error);
  }
  return didNotAnswerInTime(error) ? failure : null;
};

const commit = async (writing: Writing, batch: readonly Waiting[]): Promise<void> => {
  const { platform } = writing;
  const waitingFor = new Map<NewSheet, Waiting>();
  for (const one of batch) waitingFor.set(one.sheet, one);
  const tell = (sheet: NewSheet, result: Result<IntakeAnswer, Problem>): void => {
    const one = waitingFor.get(sheet);
    if (one !== undefined) answer(writing, one, result);
  };
  const outcome = await commitBatch(
    platform.db,
    batch.map((one) => one.sheet),
    writing.hopeful,
  );
  writing.hopeful = outcome.committed.length === batch.length;
  const { metrics } = platform;
  for (const status of ['accepted', 'held'] as const) {
    metrics.sheets.inc(
      { outcome: status },
      outcome.committed.filter((sheet) => sheet.status === status).length,
    );
  }
  for (const sheet of outcome.committed) {
    tell(sheet, ok({ receipt: receiptOf(sheet), replayed: false }));
  }
  for (const sheet of outcome.closed) {
    metrics.sheets.inc({ outcome: 'refused' });
    tell(sheet, err(closedProblem(sheet)));
  }
  if (outcome.taken.length === 0) return;
  const resolved = await resolveTaken(platform.db, outcome.taken);
  await recordConflicts(
    platform.db,
    [...resolved.values()].flatMap(({ refused }) => refused ?? []),
  );
  for (const [sheet, { result }] of resolved) {
    metrics.sheets.inc({ outcome: result.ok ? 'replayed' : 'refused' });
    tell(sheet, result);
  }
};

const closedProblem = (sheet: NewSheet): Problem =>
  problem('wrong_state', `${sheet.election.name} does not take sheets in its present state.`, {
    extra: { state: sheet.election.state },
  });
