// PostgreSQL's own record of its running server: cluster/postmaster.pid.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

const pathOf = (clusterDir: string): string => join(clusterDir, 'postmaster.pid');

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, status. */
export const readPostmaster = (clusterDir: string): Postmaster | undefined => {
  if (!existsSync(pathOf(clusterDir))) return undefined;
  const lines = readFileSync(pathOf(clusterDir), 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A zombie keeps its number until its parent collects it, and holds nothing any more.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
};

const runsPostgres = (pid: number): boolean => {
  const commandLine = `/proc/${pid}/cmdline`;
  // Without /proc (macOS) the number alone decides, as it does for PostgreSQL itself.
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres');
};

/**
 * The server that runs on this folder. The file of one that was killed is left behind, and after a restart of the
 * machine or container its number may belong to any other process: PostgreSQL would then refuse to start, so the
 * file is removed where the process is plainly not PostgreSQL.
 */
export const findLivePostmaster = (clusterDir: string): Postmaster | undefined => {
  const found = readPostmaster(clusterDir);
  if (found === undefined || !isAlive(found.pid)) return undefined;
  if (runsPostgres(found.pid)) return found;
  rmSync(pathOf(clusterDir), { force: true });
  return undefined;
};

export const waitForEnd = async (pid: number, timeoutMs: number): Promise<boolean> => {
  const deadline = performance.now() + timeoutMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await delay(5);
  }
  return true;
};

/** Where the kernel tells them; elsewhere only the postmaster itself is known. */
const childrenOf = (pid: number): number[] => {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').map(Number).filter(Boolean) : [];
};

/** One that was halted (kill -STOP, a debugger) hears no other signal; to one that runs this is nothing. */
export const wakePostmaster = (pid: number): void => {
  if (!isAlive(pid)) return;
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, 'SIGCONT');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
};

/** SIGINT is PostgreSQL's fast shutdown: connections are ended, everything is written, nothing needs recovery. */
export const stopPostmaster = async (pid: number): Promise<void> => {
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ];
  for (const [signal, timeoutMs] of signals) {
    if (!isAlive(pid)) return;
    wakePostmaster(pid);
    process.kill(pid, signal);
    if (await waitForEnd(pid, timeoutMs)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) did not stop.`);
};
