// What each person may do, remembered per process. Own commands and the ledger make it forget; a minute does too,
// so that a lost signal cannot keep a right alive.
import type { UserId } from '@comitium/basics';
import type { Platform } from '../../../platform/platform.ts';
import { LruMap } from '../lru-map.ts';
import { findRights } from '../people/person-queries.ts';
import type { PersonRights } from './person-rights.ts';

export interface RightsCache {
  /** At once where it is remembered; null where there is no such person. */
  find(personId: UserId): PersonRights | null | Promise<PersonRights | null>;
  /** Tells the listeners too. */
  forget(personId: UserId): void;
  onChange(listener: (personId: UserId) => void): () => void;
  /** Forgets those of whom a grant has begun or ended since the last call: no command says so. Cheap to ask often. */
  forgetDue(): void;
}

interface Entry {
  readonly rights: PersonRights | null | Promise<PersonRights | null>;
  readonly readAtMs: number;
}

const mostRemembered = 100_000;
const longestMs = 60_000;

export const createRightsCache = ({ db, clock }: Pick<Platform, 'db' | 'clock'>): RightsCache => {
  const entries = new LruMap<UserId, Entry>(mostRemembered);
  const listeners = new Set<(personId: UserId) => void>();
  const nextTurnOf = new Map<UserId, number>();
  /** The first of all turns, or earlier. */
  let nextTurn = Number.POSITIVE_INFINITY;

  const noteTurn = (personId: UserId, rights: PersonRights | null, sinceMs: number): void => {
    const turns = (rights?.grants ?? [])
      .flatMap(({ startsAt, endsAt }) => [startsAt?.getTime() ?? 0, endsAt?.getTime() ?? 0])
      .filter((at) => at > sinceMs);
    const first = Math.min(...turns);
    if (turns.length > 0) nextTurnOf.set(personId, first);
    else nextTurnOf.delete(personId);
    nextTurn = Math.min(nextTurn, first);
  };

  const forget = (personId: UserId): void => {
    entries.delete(personId);
    for (const listener of listeners) listener(personId);
  };

  const read = (personId: UserId, readAtMs: number): Promise<PersonRights | null> => {
    const rights = findRights(db.kysely, personId, clock.now());
    const entry: Entry = { rights, readAtMs };
    entries.set(personId, entry);
    // Where it was forgotten meanwhile, what was read may be older than the change.
    const isMine = (): boolean => entries.peek(personId) === entry;
    rights.then(
      (value) => {
        if (!isMine()) return;
        entries.set(personId, { rights: value, readAtMs });
        noteTurn(personId, value, readAtMs);
      },
      () => {
        if (isMine()) entries.delete(personId);
      },
    );
    return rights;
  };

  return {
    find: (personId) => {
      const now = clock.now().getTime();
      const entry = entries.get(personId);
      if (entry !== undefined && now - entry.readAtMs < longestMs) return entry.rights;
      return read(personId, now);
    },
    forget,
    forgetDue: () => {
      const now = clock.now().getTime();
      if (now < nextTurn) return;
      const due: UserId[] = [];
      nextTurn = Number.POSITIVE_INFINITY;
      for (const [personId, at] of nextTurnOf) {
        if (at <= now) due.push(personId);
        else nextTurn = Math.min(nextTurn, at);
      }
      for (const personId of due) {
        nextTurnOf.delete(personId);
        forget(personId);
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
