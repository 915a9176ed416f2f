import type { RegisterId } from '@comitium/basics';
import type { Database } from '../../platform/database/database.ts';
import { boundaryPath } from './boundary-path.ts';
import { listBoundaryHashes } from './boundary-queries.ts';
import type { RegisterBook } from './register-book.ts';

/** Where the shapes of a register's levels are served; read once per process until they change. */
export interface BoundaryBook {
  /** Null where no shapes are loaded for the level. */
  boundaryUrl(id: RegisterId, level: number): Promise<string | null>;
  forget(id: RegisterId): void;
}

export const createBoundaryBook = (db: Database, registers: RegisterBook): BoundaryBook => {
  const read = new Map<RegisterId, Promise<ReadonlyMap<number, string>>>();
  const readOnce = (id: RegisterId): Promise<ReadonlyMap<number, string>> => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const reading = readPaths(db, registers, id);
    read.set(id, reading);
    reading.catch(() => read.delete(id));
    return reading;
  };
  return {
    boundaryUrl: async (id, level) => (await readOnce(id)).get(level) ?? null,
    forget: (id) => {
      read.delete(id);
    },
  };
};

const readPaths = async (
  db: Database,
  registers: RegisterBook,
  id: RegisterId,
): Promise<ReadonlyMap<number, string>> => {
  const [register, hashes] = await Promise.all([registers.get(id), listBoundaryHashes(db, id)]);
  return new Map(
    hashes.map(({ level, hash }) => [level, boundaryPath({ register: register.code, level, hash })]),
  );
};
