import { type AreaId, isUuid, type RegisterId } from '@comitium/basics';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import {
  type AreaTuple,
  createRegisterIndex,
  type RegisterHead,
  type RegisterIndex,
} from './register-index.ts';
import './register-tables.ts';

/** The registers in memory: each is loaded once per process, however many ask for it at the same time. */
export interface RegisterBook {
  /** Throws where there is none. */
  get(id: RegisterId): Promise<RegisterIndex>;
  /** By id or code. */
  find(reference: string): Promise<RegisterIndex | null>;
  /** The register that holds an area, by the area's id. */
  findOfArea(areaId: string): Promise<RegisterIndex | null>;
  /** Lets go of a register that was deleted. */
  forget(id: RegisterId): void;
}

export const createRegisterBook = (db: Database): RegisterBook => {
  const loaded = new Map<RegisterId, Promise<RegisterIndex>>();
  const get = (id: RegisterId): Promise<RegisterIndex> => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const loading = loadRegister(db, id);
    loaded.set(id, loading);
    loading.catch(() => loaded.delete(id));
    return loading;
  };
  return {
    get,
    find: async (reference) => {
      const id = await findRegisterId(db, reference);
      return id === null ? null : get(id);
    },
    findOfArea: async (areaId) => {
      const id = await findRegisterOfArea(db, areaId);
      return id === null ? null : get(id);
    },
    forget: (id) => {
      loaded.delete(id);
    },
  };
};

const findRegisterId = async (db: Database, reference: string): Promise<RegisterId | null> => {
  // PostgreSQL takes no NUL in a text.
  if (reference.includes('\u0000')) return null;
  const row = await db.kysely
    .selectFrom('register')
    .select('id')
    .where(isUuid(reference) ? 'id' : 'code', '=', reference)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};

const findRegisterOfArea = async (db: Database, areaId: string): Promise<RegisterId | null> => {
  if (!isUuid(areaId)) return null;
  const row = await db.kysely
    .selectFrom('area')
    .innerJoin('register', 'register.id', 'area.register_id')
    .select('register.id')
    .where('area.id', '=', areaId as AreaId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};

const loadRegister = async (db: Database, id: RegisterId): Promise<RegisterIndex> => {
  const head: RegisterHead = await db.kysely
    .selectFrom('register')
    .select(['id', 'code', 'name', 'simulated', 'levels'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // Columns as JSON: parsed natively, several times as fast as one row for each area or PostgreSQL's arrays.
  const { rows } = await sql<AreaColumns>`
    select json_agg(id) as ids, json_agg(code) as codes, json_agg(name) as names, json_agg(level) as levels,
      json_agg(parent_id) as parents, json_agg(registered) as registered, json_agg(lng) as lngs, json_agg(lat) as lats
    from (select * from area where register_id = ${id} order by position) as ordered`.execute(db.kysely);
  return createRegisterIndex(head, rows[0]?.ids ? toTuples(rows[0]) : []);
};

interface AreaColumns {
  ids: AreaTuple[0][];
  codes: string[];
  names: string[];
  levels: number[];
  parents: AreaTuple[4][];
  registered: number[];
  lngs: (number | null)[];
  lats: (number | null)[];
}

const toTuples = (columns: AreaColumns): AreaTuple[] =>
  columns.ids.map((id, index) => [
    id,
    columns.codes[index] ?? '',
    columns.names[index] ?? '',
    columns.levels[index] ?? 0,
    columns.parents[index] ?? null,
    columns.registered[index] ?? 0,
    columns.lngs[index] ?? null,
    columns.lats[index] ?? null,
  ]);
