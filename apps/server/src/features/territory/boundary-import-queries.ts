import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import { interrupted, silentMs } from './boundary-import-store.ts';
import './register-tables.ts';

/** Null where nobody knows of it, or its register is gone. */
export const findBoundaryImport = async (db: Kysely<DatabaseSchema>, id: string, now: Date) => {
  const row = await importsOfRegisters(db)
    .select(['report', 'errors'])
    .where('boundary_import.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asItStands(row, now);
};

/**
 * The last import of each level of each register, and the last check of a file where it came after that: a check does not
 * hide what became of the import before it. With the number of their errors instead of them.
 */
export const listLastBoundaryImports = async (db: Kysely<DatabaseSchema>, now: Date) => {
  const rows = await importsOfRegisters(db)
    .distinctOn(['register_id', 'level', 'dry_run'])
    .orderBy('register_id', 'desc')
    .orderBy('level')
    .orderBy('dry_run')
    .orderBy('boundary_import.id', 'desc')
    .execute();
  // The import of a level comes before its check.
  const later = rows.filter(({ dry_run, ...row }, at) => {
    const before = rows[at - 1];
    const ofSame = before !== undefined && before.code === row.code && before.level === row.level;
    return !dry_run || !ofSame || before.id < row.id;
  });
  return later.map((row) => asItStands(row, now));
};

export type ImportFacts = Awaited<ReturnType<typeof listLastBoundaryImports>>[number];

const importsOfRegisters = (db: Kysely<DatabaseSchema>) =>
  db
    .selectFrom('boundary_import')
    .innerJoin('register', 'register.id', 'register_id')
    .where('deleted_at', 'is', null)
    .select(['boundary_import.id', 'register.code', 'register.levels', 'level', 'dry_run', 'state'])
    .select(['step', 'share', 'problem', 'error_count', 'started_at', 'seen_at', 'ended_at']);

interface Standing {
  readonly state: string;
  readonly seen_at: Date;
}

/** One whose process fell silent has failed. */
const asItStands = <Row extends Standing>(row: Row, now: Date) => {
  const isSilent = row.state === 'running' && now.getTime() - row.seen_at.getTime() > silentMs;
  return isSilent ? { ...row, state: 'failed' as const, problem: interrupted, ended_at: row.seen_at } : row;
};
