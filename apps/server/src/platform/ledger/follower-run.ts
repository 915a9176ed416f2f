// The loop of a follower: step after step until it is stopped, with back-off after failures.
import type { Database } from '../database/database.ts';
import { isDatabaseUnavailable } from '../database/is-database-unavailable.ts';
import { pause } from '../database/pause.ts';
import { createAlarm } from './alarm.ts';
import type { FollowerHealth } from './follower.ts';
import { type FollowerOptions, takeStep } from './follower-step.ts';
import { getPosition } from './follower-store.ts';
import { comparePositions, type LedgerPosition } from './ledger-event.ts';
import { createPositionWaiters } from './position-waiters.ts';

const lookEveryMs = 1_000;
/** Transactions are short; while one holds events back there is no signal when it ends. */
const shortestWaitMs = 2;
const longestWaitMs = 100;
const longestRetryMs = 30_000;
const longestReconnectMs = 1_000;

export const createFollowerRun = (db: Database, options: FollowerOptions, start: LedgerPosition) => {
  const alarm = createAlarm();
  const hurry = createAlarm();
  const restMs = options.restMs ?? 0;
  const stopping = new AbortController();
  const waiters = createPositionWaiters();
  const batch = options.batch ?? 1000;
  let limit = batch;
  let waitMs = shortestWaitMs;
  let state: FollowerHealth = { name: options.name, failures: 0, lastError: null, position: start };

  const recover = async (error: unknown): Promise<void> => {
    const away = isDatabaseUnavailable(error);
    const failures = state.failures + 1;
    state = { ...state, failures, lastError: error instanceof Error ? error.message : String(error) };
    db.log[away ? 'warn' : 'error']({ follower: state, error }, 'a follower failed and tries again');
    // One by one, all events before the one that fails get through.
    if (!away) limit = 1;
    const longestMs = away ? longestReconnectMs : longestRetryMs;
    await pause(Math.min(50 * 2 ** Math.min(failures, 10), longestMs), stopping.signal);
  };

  const step = async (): Promise<void> => {
    // After a failure the outcome of the last commit may be unknown: the table knows.
    const again = state.failures > 0 && options.stored;
    const from = again ? await getPosition(db.kysely, options.name) : state.position;
    const { position, next } = await takeStep(db, options, { position: from, limit });
    const moved = comparePositions(position, from) > 0;
    if (moved) limit = Math.min(limit * 2, batch);
    state = { ...state, failures: 0, lastError: null, position };
    waiters.release(position);
    if (next === 'waiting') await pause(waitMs, stopping.signal);
    waitMs = next === 'waiting' ? Math.min(waitMs * 2, longestWaitMs) : shortestWaitMs;
    if (next === 'idle' && moved && restMs > 0 && waiters.size() === 0) await hurry.wait(restMs);
    if (next === 'idle') await alarm.wait(lookEveryMs);
  };

  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await step();
      } catch (error) {
        await recover(error);
      }
    }
    waiters.close(new Error(`follower ${options.name} was stopped`));
  };

  /** What is there now is wanted now. */
  const look = (): void => {
    alarm.ring();
    hurry.ring();
  };
  const stop = (): void => {
    stopping.abort();
    look();
  };
  return { follow, stop, waiters, ring: alarm.ring, look, health: () => state };
};
