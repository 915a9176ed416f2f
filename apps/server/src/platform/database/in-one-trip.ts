import type { RawBuilder } from 'kysely';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import type { Database } from './database.ts';
import { isDatabaseUnavailable } from './is-database-unavailable.ts';

type Rows<T extends readonly RawBuilder<unknown>[]> = {
  -readonly [K in keyof T]: T[K] extends RawBuilder<infer Row> ? readonly Row[] : never;
};

/**
 * Runs statements as one transaction in one round trip: begin, the statements and commit are sent together, so that locks
 * are held for the time PostgreSQL needs and not while answers travel. For statements none of which depends on another's
 * answer; what must hold before the commit, they have to insist on themselves by failing. Answers the rows of each.
 *
 * The first error is thrown, and then nothing was saved; nothing is tried again. When the connection is lost, the commit may
 * have arrived: CommitOutcomeUnknownError, whatever answer was the first to be missing.
 */
export const inOneTrip = async <const T extends readonly RawBuilder<unknown>[]>(
  { kysely, pipelines }: Database,
  statements: T,
): Promise<Rows<T>> => {
  const compiled = statements.map((statement) => statement.compile(kysely));
  const client = await pipelines.connect();
  try {
    const sent = [
      client.query('begin', []),
      ...compiled.map(({ sql, parameters }) => client.query<unknown>(sql, parameters)),
      client.query('commit', []),
    ];
    const answers = await Promise.allSettled(sent);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) {
      throw isDatabaseUnavailable(failed.reason)
        ? new CommitOutcomeUnknownError(failed.reason)
        : failed.reason;
    }
    const results = await Promise.all(sent);
    return results.slice(1, -1).map(({ rows }) => rows) as Rows<T>;
  } finally {
    client.release();
  }
};
