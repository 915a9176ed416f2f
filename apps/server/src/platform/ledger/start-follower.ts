import type { Database } from '../database/database.ts';
import { countLag } from './count-lag.ts';
import type { Follower } from './follower.ts';
import { createFollowerRun } from './follower-run.ts';
import type { FollowerOptions } from './follower-step.ts';
import { getPosition, insertFollower } from './follower-store.ts';
import type { LedgerPosition } from './ledger-event.ts';
import { listenToLedger } from './ledger-signals.ts';
import { lastPosition, ledgerHead } from './read-ledger.ts';
import { forgetFollower, rememberFollower } from './running-followers.ts';

const firstPosition = async (db: Database, options: FollowerOptions): Promise<LedgerPosition> => {
  if (!options.stored) return options.from ?? (await ledgerHead(db.kysely));
  await insertFollower(db.kysely, options.name);
  return getPosition(db.kysely, options.name);
};

/** Hands every committed event to `handle`, in order, as soon as it is settled; runs until stop(). */
export const startFollower = async (db: Database, options: FollowerOptions): Promise<Follower> => {
  const run = createFollowerRun(db, options, await firstPosition(db, options));
  const unlisten = listenToLedger(db, run.ring);
  const ended = run.follow();
  const follower: Follower = {
    name: options.name,
    health: run.health,
    lag: () => countLag(db.kysely, run.health().position),
    caughtUp: async () => {
      const target = await lastPosition(db.kysely);
      if (target === undefined) return;
      const reached = run.waiters.waitFor(target);
      run.waiters.release(run.health().position);
      run.look();
      await reached;
    },
    stop: async () => {
      run.stop();
      await ended;
      await unlisten();
      forgetFollower(db, follower);
    },
  };
  rememberFollower(db, follower);
  return follower;
};
