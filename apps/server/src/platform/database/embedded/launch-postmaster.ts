import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '@comitium/basics';
import type { ClusterFolders } from './cluster-folders.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { readPostmaster } from './postmaster-file.ts';
import { asArguments } from './server-settings.ts';
import { spawnAs } from './service-account.ts';

const maxLogBytes = 16 * 1024 * 1024;

/** A file, not a pipe: PostgreSQL must be able to write after this process was killed. */
const openLog = ({ logFile, account }: ClusterFolders): number => {
  if (existsSync(logFile) && statSync(logFile).size > maxLogBytes) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  if (account !== undefined) chownSync(logFile, account.uid, account.gid);
  return log;
};

const lastReason = (logFile: string, fromByte: number): string => {
  const lines = readFileSync(logFile).subarray(fromByte).toString('utf8').trim().split('\n');
  const fatal = lines.filter((line) => /FATAL|PANIC|error while loading/.test(line)).at(-1);
  return fatal ?? lines.at(-1) ?? 'it wrote nothing';
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Recovery after a crash may take long: as long as the process lives it is waited for. */
const waitUntilReady = async (child: ChildProcess, clusterDir: string): Promise<boolean> => {
  while (!hasEnded(child)) {
    const running = readPostmaster(clusterDir);
    if (running?.ready && running.pid === child.pid) return true;
    await delay(5);
  }
  return false;
};

/**
 * Starts the server and answers when it accepts connections. It leads a process group of its own, so that Ctrl-C in
 * the terminal reaches only this program, which then decides the order in which things stop.
 */
export const launchPostmaster = async (
  binaries: PostgresBinaries,
  folders: ClusterFolders,
  settings: Record<string, string>,
): Promise<Result<ChildProcess, EmbeddedPostgresError>> => {
  const log = openLog(folders);
  const logStart = statSync(folders.logFile).size;
  const child = spawn(binaries.postgres, ['-D', folders.cluster, ...asArguments(settings)], {
    ...spawnAs(folders.account),
    cwd: folders.cluster,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  const outcome = await Promise.race([failed, waitUntilReady(child, folders.cluster)]);
  if (outcome === true) return ok(child);
  const reason = outcome === false ? lastReason(folders.logFile, logStart) : outcome.message;
  return err({ code: 'start-failed', detail: `PostgreSQL did not start: ${reason}` });
};
