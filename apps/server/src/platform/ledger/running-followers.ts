import type { Database } from '../database/database.ts';
import type { Follower } from './follower.ts';

const followersOf = new WeakMap<Database, Set<Follower>>();

export const rememberFollower = (db: Database, follower: Follower): void => {
  const followers = followersOf.get(db) ?? new Set();
  followersOf.set(db, followers.add(follower));
};

export const forgetFollower = (db: Database, follower: Follower): void => {
  followersOf.get(db)?.delete(follower);
};

/** Those of this process, for health and metrics. */
export const runningFollowers = (db: Database): readonly Follower[] => [...(followersOf.get(db) ?? [])];
