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
  /** Forgets those of whom a grant has run out since the last call: no command says so. */
  forgetEnded(): void;
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
  const firstEndOf = new Map<UserId, number>();

  const noteEnd = (personId: UserId, rights: PersonRights | null): void => {
    const ends = (rights?.grants ?? []).flatMap(({ endsAt }) => endsAt?.getTime() ?? []);
    if (ends.length > 0) firstEndOf.set(personId, Math.min(...ends));
    else firstEndOf.delete(personId);
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
        noteEnd(personId, value);
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
    forgetEnded: () => {
      const now = clock.now().getTime();
      for (const [personId, endsAt] of firstEndOf) {
        if (endsAt > now) continue;
        firstEndOf.delete(personId);
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
