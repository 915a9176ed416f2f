// One live Comitium per data folder. The lock is a session advisory lock in the database itself: it needs no file,
// and it ends in the same moment as the process that holds it, however that process ends.
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { embeddedOwner } from './initialise-cluster.ts';

/** 'comitium' as a 64-bit number; any constant would do. */
const lockKey = '7165064744911431021';
const applicationName = `comitium owner ${process.pid} on ${hostname()}`;

export type OwnerLock = { readonly client: pg.Client } | { readonly heldBy: string };

const connect = async (socketFolder: string): Promise<pg.Client> => {
  const client = new pg.Client({
    host: socketFolder,
    user: embeddedOwner,
    database: 'postgres',
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
};

const findHolder = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'comitium owner %'`,
  );
  return rows[0]?.application_name.replace('comitium owner ', 'process ') ?? 'another process';
};

/** Waits up to two seconds for the session of a process that was killed a moment ago to end. */
export const takeOwnerLock = async (socketFolder: string): Promise<OwnerLock> => {
  const client = await connect(socketFolder);
  const deadline = performance.now() + 2_000;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${lockKey}) as taken`,
    );
    if (rows[0]?.taken) return { client };
    if (performance.now() > deadline) {
      const heldBy = await findHolder(client);
      await client.end();
      return { heldBy };
    }
    await delay(50);
  }
};
