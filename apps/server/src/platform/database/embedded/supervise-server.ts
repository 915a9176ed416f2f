import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '@comitium/basics';
import type pg from 'pg';
import type { Log } from '../log.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { stopPostmaster, wakePostmaster } from './postmaster-file.ts';

export interface RunningPostgres {
  readonly child: ChildProcess;
  /** The connection that holds the owner lock. */
  readonly lock: pg.Client;
}

export interface SupervisedServer {
  /** Lets it go on where somebody has halted it. */
  wake(): void;
  /** For good. */
  stop(): Promise<void>;
}

type Launch = () => Promise<Result<RunningPostgres, EmbeddedPostgresError>>;

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const ending = async (child: ChildProcess): Promise<void> => {
  if (!hasEnded(child)) await once(child, 'exit');
};

/** Not events.once, which would throw the error that precedes the end. */
const endingOf = (client: pg.Client): Promise<void> => new Promise((resolve) => client.once('end', resolve));

const stopServer = async ({ child }: RunningPostgres): Promise<void> => {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = ending(child);
  await stopPostmaster(child.pid);
  await ended;
};

/** A program that ends by a fault, or in a hurry, still asks its server to end, and does not wait for it. */
const endWithProcess = (server: () => RunningPostgres): (() => void) => {
  const askToEnd = (): void => {
    const { child } = server();
    if (child.pid === undefined || hasEnded(child)) return;
    wakePostmaster(child.pid);
    child.kill('SIGINT');
  };
  process.on('exit', askToEnd);
  return () => process.off('exit', askToEnd);
};

/**
 * Keeps one server running: a server that dies is started again, a lost owner lock (PostgreSQL ends all sessions
 * when one of them crashes) is taken again.
 */
export const superviseServer = (first: RunningPostgres, launch: Launch, log: Log): SupervisedServer => {
  let running = first;
  let stopping = false;

  const relaunch = async (): Promise<void> => {
    for (let waitMs = 100; !stopping; waitMs = Math.min(waitMs * 2, 10_000)) {
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
    while (!stopping && !hasEnded(running.child)) {
      const lock = await takeOwnerLock(running.lock.host, log);
      if (lock.kind === 'taken') {
        running = { child: running.child, lock: lock.client };
        return;
      }
      if (lock.kind === 'held') log.error({ by: lock.by }, 'another Comitium took this data folder');
      await delay(200);
    }
  };

  const supervise = async (): Promise<void> => {
    while (!stopping) {
      const { child, lock } = running;
      await Promise.race([ending(child), endingOf(lock)]);
      // The sessions end a moment before the server does.
      await Promise.race([ending(child), delay(500)]);
      if (stopping) return;
      if (hasEnded(child)) {
        log.error({ code: child.exitCode, signal: child.signalCode }, 'PostgreSQL ended; starting it again');
        await relaunch();
      } else await lockAgain();
    }
  };
  const supervised = supervise().catch((error: unknown) =>
    log.error({ error }, 'PostgreSQL is no longer supervised'),
  );

  const letGo = endWithProcess(() => running);
  const stop = async (): Promise<void> => {
    stopping = true;
    await stopServer(running);
    await supervised;
    // The one that was being started in the meantime.
    await stopServer(running);
    letGo();
  };
  let stopped: Promise<void> | undefined;
  return {
    wake: () => {
      if (running.child.pid !== undefined) wakePostmaster(running.child.pid);
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};
