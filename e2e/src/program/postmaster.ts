// The embedded PostgreSQL of a data folder, seen from outside: by the file that PostgreSQL itself keeps.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly connectionString: string;
}

/** Undefined where none has run, or it was stopped in order; one that was killed leaves its file behind. */
export const findPostmaster = (dataDir: string): Postmaster | undefined => {
  const file = join(dataDir, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const socketFolder = lines[4] ?? '';
  const host = encodeURIComponent(socketFolder);
  return {
    pid: Number(lines[0]),
    socketFolder,
    connectionString: `postgresql://comitium@/comitium?host=${host}`,
  };
};

export const getPostmaster = (dataDir: string): Postmaster => {
  const found = findPostmaster(dataDir);
  if (found === undefined) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  return found;
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether this process lives and is a PostgreSQL: the number of a dead one may have a new owner. */
export const isPostgres = (pid: number): boolean => {
  const commandLine = `/proc/${pid}/cmdline`;
  // Without /proc (macOS) the number alone decides.
  if (!existsSync('/proc')) return isAlive(pid);
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres');
};
