import type { RegisterId } from '@comitium/basics';
import { type BoundaryImportStep, type ImportReport, type Problem, problem } from '@comitium/contract';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import './register-tables.ts';

export interface NewBoundaryImport {
  readonly id: string;
  readonly registerId: RegisterId;
  readonly level: number;
  readonly dryRun: boolean;
  readonly now: Date;
}

/** A process that has said nothing for so long is gone, and what it did with it. */
export const silentMs = 30_000;
const keptMs = 24 * 3_600_000;

export const interrupted: Problem = problem(
  'unavailable',
  'The server ended before the import did; nothing was written. Send the file again.',
);

/** False where the shapes of this level are being imported. Puts away what is over. */
export const insertBoundaryImport = async (
  db: Kysely<DatabaseSchema>,
  { id, registerId, level, dryRun, now }: NewBoundaryImport,
): Promise<boolean> => {
  const time = now.getTime();
  await sql`delete from boundary_import where started_at < ${new Date(time - keptMs)}`.execute(db);
  await sql`update boundary_import set state = 'failed', problem = ${JSON.stringify(interrupted)}::json, ended_at = seen_at
    where state = 'running' and seen_at < ${new Date(time - silentMs)}`.execute(db);
  const row = await db
    .insertInto('boundary_import')
    .values({
      ...{ id, level, state: 'running', step: 'reading', share: 0, report: null, problem: null },
      ...{ errors: '[]', error_count: 0 },
      ...{ register_id: registerId, dry_run: dryRun, started_at: now, seen_at: now, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** False where it runs no more, because somebody cancelled it. */
export const updateImportProgress = async (
  db: Kysely<DatabaseSchema>,
  id: string,
  { step, share, now }: { step: BoundaryImportStep; share: number; now: Date },
): Promise<boolean> => {
  const row = await db
    .updateTable('boundary_import')
    .set({ step, share, seen_at: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export type ImportEnd =
  | { readonly state: 'done'; readonly report: ImportReport }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'cancelled' };

/** The one end it has; false where it had another one before. */
export const updateImportEnded = async (
  db: Kysely<DatabaseSchema>,
  { id, now }: { id: string; now: Date },
  end: ImportEnd,
): Promise<boolean> => {
  const row = await db
    .updateTable('boundary_import')
    .set({
      state: end.state,
      ended_at: now,
      ...(end.state === 'done' && done(end.report)),
      ...(end.state === 'failed' && failed(end.problem)),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

const done = ({ errors, ...report }: ImportReport) => ({
  ...{ step: 'writing' as const, share: 1, report: JSON.stringify(report) },
  ...{ errors: JSON.stringify(errors), error_count: errors.length },
});

const failed = ({ code, detail, errors = [] }: Problem) => ({
  problem: JSON.stringify({ code, detail }),
  ...{ errors: JSON.stringify(errors), error_count: errors.length },
});
