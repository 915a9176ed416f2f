import type { CompiledQuery, RawBuilder } from 'kysely';
import type { CheckedClient } from './checked-pool.ts';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import type { CopyRows } from './copy-rows.ts';
import type { Database } from './database.ts';
import { isDatabaseUnavailable } from './is-database-unavailable.ts';

type Statement = RawBuilder<unknown> | CopyRows;

type Rows<T extends readonly Statement[]> = {
  -readonly [K in keyof T]: T[K] extends RawBuilder<infer Row> ? readonly Row[] : readonly never[];
};

/**
 * Runs statements as one transaction in one round trip: begin, the statements and commit are sent together, so that locks
 * are held for the time PostgreSQL needs and not while answers travel. For statements none of which depends on another's
 * answer; what must hold before the commit, they have to insist on themselves by failing. Answers the rows of each.
 *
 * The first error is thrown, and then nothing was saved; nothing is tried again. When the connection is lost, the commit may
 * have arrived: CommitOutcomeUnknownError, whatever answer was the first to be missing.
 */
export const inOneTrip = async <const T extends readonly Statement[]>(
  { kysely, pipelines }: Database,
  statements: T,
): Promise<Rows<T>> => {
  const compiled = statements.map((statement) =>
    'into' in statement ? statement : statement.compile(kysely),
  );
  const client = await pipelines.connect();
  try {
    const sent = [begin, ...compiled].map((statement) => ask(client, statement));
    sent.push(ask(client, (await hasRefused(sent)) ? rollback : commit));
    const answers = await Promise.allSettled(sent);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) {
      throw isDatabaseUnavailable(failed.reason)
        ? new CommitOutcomeUnknownError(failed.reason)
        : failed.reason;
    }
    const rows = await Promise.all(sent);
    return rows.slice(1, -1) as Rows<T>;
  } finally {
    client.release();
  }
};

const begin = { sql: 'begin', parameters: [] };
const commit = { sql: 'commit', parameters: [] };
const rollback = { sql: 'rollback', parameters: [] };

/**
 * Whether the driver would not send one of them, such as for a value that it cannot spell: PostgreSQL knows nothing of it
 * and would save the others. The driver says so before the next turn of the event loop.
 */
const hasRefused = async (sent: readonly Promise<unknown>[]): Promise<boolean> => {
  let refused = false;
  for (const one of sent) {
    one.catch(() => {
      refused = true;
    });
  }
  await new Promise<void>((resolve) => process.nextTick(resolve));
  return refused;
};

const ask = async (
  client: CheckedClient,
  statement: Pick<CompiledQuery, 'sql' | 'parameters'> | CopyRows,
): Promise<readonly unknown[]> => {
  if (!('into' in statement)) return (await client.query<unknown>(statement.sql, statement.parameters)).rows;
  await client.copy(statement);
  return [];
};
