import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '@comitium/basics';
import type pg from 'pg';
import type { Log } from '../log.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { stopPostmaster } from './postmaster-file.ts';

export interface RunningPostgres {
  readonly child: ChildProcess;
  /** The connection that holds the owner lock. */
  readonly lock: pg.Client;
}

type Launch = () => Promise<Result<RunningPostgres, EmbeddedPostgresError>>;

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/**
 * Keeps one server running: a server that dies is started again, a lost owner lock (PostgreSQL ends all sessions
 * when one of them crashes) is taken again. Answers the function that stops it for good.
 */
export const superviseServer = (first: RunningPostgres, launch: Launch, log: Log): (() => Promise<void>) => {
  let running = first;
  let stopping: Promise<void> | undefined;

  const relaunch = async (): Promise<void> => {
    for (let waitMs = 100; stopping === undefined; waitMs = Math.min(waitMs * 2, 10_000)) {
      const launched = await launch();
      if (launched.ok) {
        running = launched.value;
        return;
      }
      log.error({ code: launched.error.code }, launched.error.detail);
      await delay(waitMs);
    }
  };

  const lockAgain = async (): Promise<void> => {
    const lock = await takeOwnerLock(running.lock.host);
    if ('heldBy' in lock) log.error({ heldBy: lock.heldBy }, 'another Comitium took this data folder');
    else running = { child: running.child, lock: lock.client };
  };

  const supervise = async (): Promise<void> => {
    while (stopping === undefined) {
      const { child, lock } = running;
      lock.on('error', (error) => log.warn({ error }, 'the owner connection was lost'));
      if (!hasEnded(child)) await Promise.race([once(child, 'exit'), once(lock, 'end')]);
      if (stopping !== undefined) return;
      // The sessions end a moment before the server does.
      if (!hasEnded(child)) await Promise.race([once(child, 'exit'), delay(500)]);
      if (hasEnded(child)) {
        log.error(
          { code: child.exitCode, signal: child.signalCode },
          'PostgreSQL ended by itself; starting it again',
        );
        await relaunch();
      } else await lockAgain();
    }
  };

  supervise().catch((error: unknown) => log.error({ error }, 'PostgreSQL is no longer supervised'));

  const stop = async (): Promise<void> => {
    const { child, lock } = running;
    lock.removeAllListeners('error').on('error', () => undefined);
    if (child.pid !== undefined && !hasEnded(child)) {
      const exited = once(child, 'exit');
      await stopPostmaster(child.pid);
      await exited;
    }
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
};
