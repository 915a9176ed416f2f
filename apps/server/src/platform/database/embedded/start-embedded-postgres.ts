// Starts the PostgreSQL that comes with Comitium, on a unix socket in the data folder, and owns it until stop().
import { setTimeout as delay } from 'node:timers/promises';
import { assertNever, err, ok, type Result } from '@comitium/basics';
import type pg from 'pg';
import { asRole, embeddedApplication } from '../application-role.ts';
import type { Log } from '../log.ts';
import { type ClusterFolders, prepareClusterFolders, removeSocketFolder } from './cluster-folders.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { connectionStringOf } from './find-running-postgres.ts';
import { embeddedOwner, initialiseCluster } from './initialise-cluster.ts';
import { launchPostmaster } from './launch-postmaster.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { findLivePostmaster, type Postmaster, stopPostmaster } from './postmaster-file.ts';
import { serverSettings } from './server-settings.ts';
import { type RunningPostgres, superviseServer } from './supervise-server.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** On top of the built-in settings; tests turn durability off with it. */
  readonly settings?: Record<string, string>;
}

const inUse = (root: string, by: string): Result<never, EmbeddedPostgresError> =>
  err({
    code: 'folder-in-use',
    detail: `The data folder ${root} is in use by another Comitium (${by}): stop it first, or choose another folder.`,
  });

const waitUntilReady = async (clusterDir: string): Promise<Postmaster | undefined> => {
  for (;;) {
    const found = findLivePostmaster(clusterDir);
    if (found === undefined || found.ready) return found;
    await delay(20);
  }
};

/**
 * A server whose Comitium was killed runs on. It is stopped cleanly and started anew, instead of adopted: then
 * binaries, settings and log are always those of this process.
 */
const stopOrphan = async (
  folders: ClusterFolders,
  log: Log,
): Promise<Result<void, EmbeddedPostgresError>> => {
  for (;;) {
    const running = await waitUntilReady(folders.cluster);
    if (running === undefined) return ok(undefined);
    const lock = await takeOwnerLock(running.socketFolder, log);
    switch (lock.kind) {
      case 'held':
        return inUse(folders.root, lock.by);
      case 'taken':
        log.warn({ pid: running.pid }, 'stopping a PostgreSQL that its Comitium left running');
        await stopPostmaster(running.pid);
        return ok(undefined);
      case 'gone':
        await delay(50);
        break;
      default:
        assertNever(lock);
    }
  }
};

/** Where several start at the same time, PostgreSQL's own lock lets one server live; its owner takes the lock. */
const launchOwned = async (
  binaries: PostgresBinaries,
  folders: ClusterFolders,
  { settings, log }: { settings: Record<string, string>; log: Log },
): Promise<Result<RunningPostgres, EmbeddedPostgresError>> => {
  // A crashed server's last sessions keep its shared memory for a moment and make the first attempt fail.
  const deadline = performance.now() + 10_000;
  for (;;) {
    const child = await launchPostmaster(binaries, folders, settings);
    if (child.ok) {
      const lock = await takeOwnerLock(folders.socket, log);
      if (lock.kind === 'taken') return ok({ child: child.value, lock: lock.client });
      if (lock.kind === 'held') return inUse(folders.root, lock.by);
      if (performance.now() > deadline) return inUse(folders.root, 'which stopped this one');
    } else {
      if (findLivePostmaster(folders.cluster)) return inUse(folders.root, 'started at the same moment');
      if (!/shared memory|lock file/.test(child.error.detail) || performance.now() > deadline) return child;
    }
    await delay(200);
  }
};

const createDatabase = async (client: pg.Client): Promise<void> => {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedOwner]);
  if (rowCount === 0) await client.query(`create database ${embeddedOwner}`);
};

export interface EmbeddedPostgres {
  /** The owner's, of the database `comitium`, for `pg` and any other client on this machine. */
  readonly connectionString: string;
  /** The application's, whose role may not change what is evidence. */
  readonly applicationConnectionString: string;
  /** Before everything that uses it ends: who waits for a server that was halted would wait in vain. */
  wake(): void;
  /** Ends every connection, writes everything and waits until the server is gone. */
  stop(): Promise<void>;
}

const startIn = async (
  folders: ClusterFolders,
  { log, settings }: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresError>> => {
  const binaries = findPostgresBinaries(folders);
  if (!binaries.ok) return binaries;
  const initialised = await initialiseCluster(binaries.value, folders);
  if (!initialised.ok) return initialised;
  const orphanStopped = await stopOrphan(folders, log);
  if (!orphanStopped.ok) return orphanStopped;

  const all = { ...serverSettings(folders.socket), ...settings };
  const launch = () => launchOwned(binaries.value, folders, { settings: all, log });
  const running = await launch();
  if (!running.ok) return running;
  await createDatabase(running.value.lock);
  const server = superviseServer(running.value, launch, log);
  log.info({ folder: folders.root, postgres: running.value.child.pid }, 'PostgreSQL is running');
  const stop = async (): Promise<void> => {
    await server.stop();
    removeSocketFolder(folders);
  };
  const connectionString = connectionStringOf(folders.socket);
  const applicationConnectionString = asRole(connectionString, embeddedApplication);
  return ok({ connectionString, applicationConnectionString, wake: server.wake, stop });
};

export const startEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresError>> => {
  const folders = prepareClusterFolders(options.dataDir);
  if (!folders.ok) return folders;
  const started = await startIn(folders.value, options);
  if (!started.ok) removeSocketFolder(folders.value);
  return started;
};
