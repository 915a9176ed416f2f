import { uuidv7 } from '@comitium/basics';
import { type Generated, type Kysely, type Selectable, sql } from 'kysely';
import type { DatabaseSchema } from '../database/schema.ts';
import type { Work, WorkProgress } from './work.ts';

interface WorkTable {
  id: string;
  kind: string;
  state: Work['state'];
  done: Generated<number>;
  total: number | null;
  note: string | null;
  error: string | null;
  started_by: string | null;
  cancel_requested: Generated<boolean>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  finished_at: Date | null;
}

declare module '../database/schema.ts' {
  interface DatabaseSchema {
    work: WorkTable;
  }
}

type Executor = Kysely<DatabaseSchema>;

const asWork = (row: Selectable<WorkTable>): Work => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  done: row.done,
  total: row.total,
  note: row.note,
  error: row.error,
  startedBy: row.started_by,
  cancelRequested: row.cancel_requested,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  finishedAt: row.finished_at,
});

/** Usually in the transaction that enqueues its job. Answers its id. */
export const insertWork = async (
  db: Executor,
  work: { kind: string; startedBy: string | null; total?: number },
): Promise<string> => {
  const id = uuidv7(Date.now());
  await db
    .insertInto('work')
    .values({ id, kind: work.kind, state: 'waiting', started_by: work.startedBy, total: work.total ?? null })
    .execute();
  return id;
};

export const updateWorkProgress = async (
  db: Executor,
  id: string,
  { done, total, note }: WorkProgress,
): Promise<{ cancelRequested: boolean }> => {
  const row = await db
    .updateTable('work')
    .set({
      state: 'running',
      done,
      ...(total !== undefined && { total }),
      ...(note !== undefined && { note }),
      error: null,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running', 'failed'])
    .returning('cancel_requested')
    .executeTakeFirst();
  // Work that is over already, because the same job was run twice, is not begun again.
  return { cancelRequested: row?.cancel_requested ?? true };
};

export const endWork = async (
  db: Executor,
  id: string,
  outcome: { state: 'finished' | 'failed' | 'cancelled'; error?: string },
): Promise<void> => {
  await db
    .updateTable('work')
    .set({
      state: outcome.state,
      error: outcome.error ?? null,
      updated_at: sql`now()`,
      finished_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running', 'failed'])
    .execute();
};

/** Work that has not begun ends at once, running work at its next report of progress. False where it is over. */
export const requestCancel = async (db: Executor, id: string): Promise<boolean> => {
  const row = await db
    .updateTable('work')
    .set({
      cancel_requested: true,
      state: sql`case when state = 'running' then state else 'cancelled' end`,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running', 'failed'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export const findWork = async (db: Executor, id: string): Promise<Work | undefined> => {
  const row = await db.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asWork(row);
};
