import { join, resolve } from 'node:path';
import { embeddedOwner } from './initialise-cluster.ts';
import { readPostmaster } from './postmaster-file.ts';

/** How to reach the PostgreSQL that another Comitium runs on this folder; null where none is ready. */
export const findRunningPostgres = (dataDir: string): string | null => {
  const running = readPostmaster(join(resolve(dataDir), 'cluster'));
  if (running === undefined || !running.ready) return null;
  return connectionStringOf(running.socketFolder);
};

/** Of the database `comitium`, for `pg` and any other client on this machine. */
export const connectionStringOf = (socketFolder: string): string =>
  `postgresql://${embeddedOwner}@/${embeddedOwner}?host=${encodeURIComponent(socketFolder)}`;
