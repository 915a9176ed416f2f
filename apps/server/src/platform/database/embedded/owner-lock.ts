// One live Comitium per data folder. The lock is a session advisory lock in the database itself: it needs no file,
// and it ends in the same moment as the process that holds it, however that process ends.
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseUnavailable } from '../is-database-unavailable.ts';
import type { Log } from '../log.ts';
import { embeddedOwner } from './initialise-cluster.ts';

/** 'comitium' as a 64-bit number; any constant would do. */
const lockKey = '7165064744911431021';
const applicationName = `comitium owner ${process.pid} on ${hostname()}`;

/** `gone`: the server went away, because whoever started at the same moment took it for a server without an owner. */
export type OwnerLock =
  | { readonly kind: 'taken'; readonly client: pg.Client }
  | { readonly kind: 'held'; readonly by: string }
  | { readonly kind: 'gone' };

const createClient = (socketFolder: string): pg.Client =>
  new pg.Client({
    host: socketFolder,
    user: embeddedOwner,
    database: 'postgres',
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  });

const findHolder = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'comitium owner %'`,
  );
  return rows[0]?.application_name.replace('comitium owner ', 'process ') ?? 'another process';
};

const lockOrWait = async (client: pg.Client): Promise<OwnerLock> => {
  const deadline = performance.now() + 2_000;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${lockKey}) as taken`,
    );
    if (rows[0]?.taken) return { kind: 'taken', client };
    if (performance.now() > deadline) {
      const by = await findHolder(client);
      await client.end();
      return { kind: 'held', by };
    }
    await delay(50);
  }
};

/** Waits up to two seconds for the session of a process that was killed a moment ago to end. */
export const takeOwnerLock = async (socketFolder: string, log: Log): Promise<OwnerLock> => {
  const client = createClient(socketFolder);
  client.on('error', (error) => log.debug({ error: error.message }, 'the owner connection ended'));
  try {
    await client.connect();
    return await lockOrWait(client);
  } catch (error) {
    if (isDatabaseUnavailable(error)) return { kind: 'gone' };
    throw error;
  }
};
