// PostgreSQL answers COMMIT of a failed transaction with success and the word ROLLBACK. Code that caught the failed
// statement's error would believe that its work was saved, so that answer becomes an error here.
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

export class CommitRolledBackError extends Error {
  override readonly name = 'CommitRolledBackError';
  constructor() {
    super('the transaction was rolled back at commit, because a statement in it had failed and was ignored');
  }
}

const preparedMark = '/* prepared */';
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

const run = (client: pg.PoolClient, text: string, parameters: readonly unknown[]) =>
  text.startsWith(preparedMark)
    ? client.query({ name: nameOf(text), text, values: [...parameters] })
    : client.query(text, [...parameters]);

const checkedClient = (client: pg.PoolClient): PostgresPoolClient => {
  const query = async (statement: unknown, parameters?: readonly unknown[]): Promise<unknown> => {
    if (typeof statement !== 'string') return client.query(statement as never);
    const result = await (parameters === undefined
      ? client.query(statement)
      : run(client, statement, parameters));
    if (statement === 'commit' && result.command === 'ROLLBACK') throw new CommitRolledBackError();
    return result;
  };
  return { query: query as PostgresPoolClient['query'], release: () => client.release() };
};

export const checkedPool = (pool: pg.Pool): PostgresPool => {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const checked = known.get(client) ?? checkedClient(client);
      known.set(client, checked);
      return checked;
    },
    end: () => pool.end(),
  };
};
