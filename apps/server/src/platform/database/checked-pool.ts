// PostgreSQL answers COMMIT of a failed transaction with success and the word ROLLBACK. Code that caught the failed
// statement's error would believe that its work was saved, so that answer becomes an error here.
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { BytesQuery, type RowOfBytes } from './bytes-query.ts';
import { CopyQuery, type CopyRows } from './copy-rows.ts';
import { errorCode } from './is-database-unavailable.ts';
import { NoAnswerInTimeError } from './no-answer-in-time-error.ts';

export class CommitRolledBackError extends Error {
  override readonly name = 'CommitRolledBackError';
  constructor() {
    super('the transaction was rolled back at commit, because a statement in it had failed and was ignored');
  }
}

const preparedMark = '/* prepared */';
/** The answer to a statement that begins so is read as bytes: see `selectBytes`. */
export const bytesMark = '/* bytes */';

const names = new Map<string, string>();

/**
 * A statement that begins with the mark is parsed and planned once per connection, not at every call: worth it for
 * the few that run hundreds of times a second with values of the same shape. There are as many names as such texts.
 */
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `prepared-${names.size}`;
  names.set(text, name);
  return name;
};

/** The driver has words for it and no code: for an answer, for a connection of the pool, and for a new one. */
const timeOuts =
  /^(Query read timeout|timeout exceeded when trying to connect|Connection terminated due to connection timeout|timeout expired)$/;
const ranOutOfTime = (error: unknown): boolean =>
  error instanceof Error && (timeOuts.test(error.message) || errorCode(error) === 'ETIMEDOUT');

/** What a hung server is given beyond the time in which it should have ended the statement itself. */
const graceMs = 5_000;

/** `set local statement_timeout = '120s'`: the transaction's statements may take longer. */
const longer = /^set local statement_timeout = '(\d+)s'$/;

/**
 * One connection. A server that hangs ends no statement, so an answer is waited for only a little longer than a
 * statement may take; then the connection is given up, and everything on it fails as it does when PostgreSQL is away.
 */
export class CheckedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #statementMs: number;
  #allowedMs: number;
  #hung = false;

  constructor(client: pg.PoolClient, statementMs: number) {
    this.#client = client;
    this.#statementMs = statementMs;
    this.#allowedMs = statementMs;
  }

  readonly query = (async (statement: unknown, parameters: readonly unknown[] = []): Promise<unknown> => {
    if (typeof statement !== 'string') return this.#client.query(statement as never);
    if (statement.startsWith(bytesMark)) return { rows: await this.#bytes(statement) };
    const longerSeconds = longer.exec(statement)?.[1];
    if (longerSeconds !== undefined) this.#allowedMs = Number(longerSeconds) * 1000;
    const result = await this.#send(statement, [...parameters]);
    if (statement === 'commit' || statement === 'rollback') this.#allowedMs = this.#statementMs;
    if (statement === 'commit' && result.command === 'ROLLBACK') throw new CommitRolledBackError();
    return result;
  }) as PostgresPoolClient['query'];

  /** Sends rows behind a COPY of theirs. */
  async copy(rows: CopyRows): Promise<void> {
    await this.#answered(
      () =>
        new Promise<void>((done, fail) => {
          const settle = (error: Error | null) => (error === null ? done() : fail(error));
          this.#client.query(new CopyQuery(rows, this.#allowedMs + graceMs, settle));
        }),
    );
  }

  #bytes(text: string): Promise<RowOfBytes[]> {
    return this.#answered(
      () =>
        new Promise((done, fail) => {
          const settle = (error: Error | null, rows: RowOfBytes[]) =>
            error === null ? done(rows) : fail(error);
          this.#client.query(new BytesQuery(text, this.#allowedMs + graceMs, settle));
        }),
    );
  }

  readonly release = (): void => this.#client.release(this.#hung);

  async #send(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const named = text.startsWith(preparedMark) ? { name: nameOf(text) } : {};
    // The driver knows the member query_timeout; its types do not.
    const config: pg.QueryConfig & { query_timeout: number } = {
      ...named,
      text,
      values,
      query_timeout: this.#allowedMs + graceMs,
    };
    return this.#answered(() => this.#client.query(config));
  }

  async #answered<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#hung) throw new NoAnswerInTimeError();
    try {
      return await ask();
    } catch (error) {
      if (!ranOutOfTime(error)) throw error;
      this.#hung = true;
      throw new NoAnswerInTimeError(error);
    }
  }
}

export interface CheckedPool extends PostgresPool {
  connect(): Promise<CheckedClient>;
}

export const checkedPool = (pool: pg.Pool, statementMs: number): CheckedPool => {
  const known = new WeakMap<pg.PoolClient, CheckedClient>();
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw ranOutOfTime(error) ? new NoAnswerInTimeError(error) : error;
      });
      const checked = known.get(client) ?? new CheckedClient(client, statementMs);
      known.set(client, checked);
      return checked;
    },
    end: () => pool.end(),
  };
};
