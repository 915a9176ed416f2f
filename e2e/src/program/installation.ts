// An installation of its own: a data folder with its embedded PostgreSQL and an administrator, gone with close().
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { findPostmaster, isAlive, isPostgres } from './postmaster.ts';
import { serverProgram } from './repository.ts';
import { type SpawnedProgram, spawnProgram } from './spawned-program.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export const administrator: Credentials = {
  email: 'admin@e2e.example',
  password: 'every door of this house',
};

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly program: SpawnedProgram;
}

export interface Installation {
  readonly dataDir: string;
  /** Starts the program and waits until it serves; several may run on one database with DATABASE_URL. */
  start(settings?: Readonly<Record<string, string>>): Promise<RunningServer>;
  close(): Promise<void>;
}

/** Settings under which a test may knock as often as it likes. */
export const testSettings = (dataDir: string): Readonly<Record<string, string>> => ({
  COMITIUM_DATA_DIR: dataDir,
  COMITIUM_RATE_LIMITS: 'false',
  COMITIUM_SIGN_INS_PER_ADDRESS: '6000',
  COMITIUM_SOCKETS_PER_ADDRESS: '1000',
  COMITIUM_SOCKETS_PER_ACCOUNT: '1000',
  COMITIUM_LOG_LEVEL: 'warn',
  PORT: '0',
});

export const createDataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), `comitium-e2e-${process.pid}-`));
  // Traversable, so that the account that runs PostgreSQL for root can get to the folders inside.
  chmodSync(folder, 0o755);
  return folder;
};

/** Another person of this machine may have left some too, which are not ours to read or remove. */
const isOurs = (folder: string): boolean => {
  const person = process.getuid?.();
  return person === 0 || statSync(folder, { throwIfNoEntry: false })?.uid === person;
};

/** Runs that were killed leave their folders behind; they are named after the process that made them. */
export const removeLeftovers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^comitium-e2e-(\d+)-/.exec(name)?.[1];
    const folder = join(tmpdir(), name);
    if (owner !== undefined && !isAlive(Number(owner)) && isOurs(folder)) await removeDataFolder(folder);
  }
};

/** Ends what still runs on the folder and removes it. */
export const removeDataFolder = async (dataDir: string): Promise<void> => {
  const left = findPostmaster(dataDir);
  if (left !== undefined && isPostgres(left.pid)) {
    process.kill(left.pid, 'SIGCONT');
    process.kill(left.pid, 'SIGQUIT');
    while (isPostgres(left.pid)) await delay(20);
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
};

export const startServer = async (settings: Readonly<Record<string, string>>): Promise<RunningServer> => {
  const program = spawnProgram([serverProgram, 'serve'], settings);
  const [, port] = await program.printed(/serves http:\/\/localhost:(\d+)/);
  return { url: `http://127.0.0.1:${port}`, port: Number(port), program };
};

export const openInstallation = async (): Promise<Installation> => {
  const dataDir = createDataFolder();
  // cp keeps owners and modes: PostgreSQL refuses a folder that is not its own.
  await promisify(execFile)('cp', ['-a', `${inject('templateFolder')}/.`, dataDir]);
  const settings = testSettings(dataDir);
  const started: SpawnedProgram[] = [];
  return {
    dataDir,
    start: async (more = {}) => {
      const server = await startServer({ ...settings, ...more });
      started.push(server.program);
      return server;
    },
    close: async () => {
      for (const program of started.reverse()) await program.kill('SIGKILL');
      await removeDataFolder(dataDir);
    },
  };
};
