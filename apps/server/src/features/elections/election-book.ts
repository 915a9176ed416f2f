import { type ElectionId, isUuid } from '@comitium/basics';
import type { Database } from '../../platform/database/database.ts';
import type { RegisterBook } from '../territory/index.ts';
import { buildElectionFacts } from './build-election-facts.ts';
import type { ElectionFacts } from './election-facts.ts';
import { findElectionId, listElectionIds, listFollowingIds, readElectionRows } from './election-queries.ts';

/** The elections in memory: read once per process, and again after one has changed. */
export interface ElectionBook {
  /** By id or code. */
  find(reference: string): Promise<ElectionFacts | null>;
  /** The latest polling day first. */
  list(): Promise<ElectionFacts[]>;
  /** Those whose previous election this is; asked anew each time. */
  listFollowing(id: ElectionId): Promise<ElectionId[]>;
  /** The next `find` reads the election anew. */
  invalidate(id: ElectionId): void;
  /** Makes every later `find` read anew. */
  invalidateAll(): void;
}

export const createElectionBook = (db: Database, registers: RegisterBook): ElectionBook => {
  const idOf = new Map<string, ElectionId>();
  const read = new Map<ElectionId, Promise<ElectionFacts | null>>();
  const resolveId = async (reference: string): Promise<ElectionId | null> => {
    const id = await findElectionId(db, reference);
    // A code stays with its election for good.
    if (id !== null) idOf.set(reference, id);
    return id;
  };
  const readOnce = (id: ElectionId): Promise<ElectionFacts | null> => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const reading = readElection(db, registers, id);
    read.set(id, reading);
    const forget = (): void => {
      if (read.get(id) === reading) read.delete(id);
    };
    reading.then((facts) => facts ?? forget(), forget);
    return reading;
  };
  const find = async (reference: string): Promise<ElectionFacts | null> => {
    const id = isUuid(reference)
      ? (reference.toLowerCase() as ElectionId)
      : (idOf.get(reference) ?? (await resolveId(reference)));
    return id === null ? null : readOnce(id);
  };
  return {
    find,
    list: async () => {
      const elections = await Promise.all((await listElectionIds(db)).map(readOnce));
      return elections.filter((facts) => facts !== null);
    },
    listFollowing: (id) => listFollowingIds(db, id),
    invalidate: (id) => {
      read.delete(id);
    },
    invalidateAll: () => read.clear(),
  };
};

const readElection = async (
  db: Database,
  registers: RegisterBook,
  id: ElectionId,
): Promise<ElectionFacts | null> => {
  const rows = await readElectionRows(db, id);
  if (rows === null) return null;
  return buildElectionFacts(rows, await registers.get(rows.election.registerId));
};
