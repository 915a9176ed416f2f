// The sessions that ended within the life of a token, in memory: their tokens are still well signed but worth nothing.
import type { UserId } from '@comitium/basics';
import type { Platform } from '../../../platform/platform.ts';
import '../accounts-tables.ts';

export interface EndedSessions {
  /** Tells the listeners too. */
  add(sessionId: string, personId: UserId): void;
  has(sessionId: string): boolean;
  onEnd(listener: (personId: UserId) => void): () => void;
  /** Reads those that ended before this process began to follow the ledger. */
  load(): Promise<void>;
}

const sweepAbove = 1_000;

export const createEndedSessions = ({
  db,
  clock,
  config,
}: Pick<Platform, 'db' | 'clock' | 'config'>): EndedSessions => {
  const lifeMs = config.tokenLifetime * 1000;
  const forgetAt = new Map<string, number>();
  const listeners = new Set<(personId: UserId) => void>();
  let sweepAt = sweepAbove;
  const remember = (sessionId: string): void => {
    const now = clock.now().getTime();
    forgetAt.set(sessionId, now + lifeMs);
    if (forgetAt.size < sweepAt) return;
    for (const [id, until] of forgetAt) if (until < now) forgetAt.delete(id);
    sweepAt = Math.max(sweepAbove, forgetAt.size * 2);
  };
  return {
    add: (sessionId, personId) => {
      remember(sessionId);
      for (const listener of listeners) listener(personId);
    },
    onEnd: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    has: (sessionId) => forgetAt.has(sessionId),
    load: async () => {
      const rows = await db.kysely
        .selectFrom('session')
        .select('id')
        .where('ended_at', '>', new Date(clock.now().getTime() - lifeMs))
        .execute();
      for (const row of rows) remember(row.id);
    },
  };
};
