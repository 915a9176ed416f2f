import type { RegisterId } from '@comitium/basics';
import type { Register } from '@comitium/contract';
import type { Database } from '../../platform/database/database.ts';
import { boundaryPath } from './boundary-path.ts';
import './register-tables.ts';

/** Every register, the newest first. */
export const listRegisters = (db: Database): Promise<Register[]> => readRegisters(db, null);

export const findRegister = async (db: Database, id: RegisterId): Promise<Register | null> =>
  (await readRegisters(db, id))[0] ?? null;

const readRegisters = async (db: Database, id: RegisterId | null): Promise<Register[]> => {
  let query = db.kysely
    .selectFrom('register')
    .select(['id', 'code', 'name', 'levels', 'areas', 'stations', 'registered', 'simulated'])
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc');
  if (id !== null) query = query.where('id', '=', id);
  const registers = await query.execute();
  const boundaries = await db.kysely
    .selectFrom('boundary')
    .select(['register_id', 'level', 'hash'])
    .orderBy('level')
    .execute();
  return registers.map((register) => ({
    ...register,
    boundaries: Object.fromEntries(
      boundaries
        .filter(({ register_id }) => register_id === register.id)
        .map(({ level, hash }) => [
          register.levels[level] ?? String(level),
          boundaryPath({ register: register.code, level, hash }),
        ]),
    ),
  }));
};
