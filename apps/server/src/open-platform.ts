import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok, type Result, systemClock } from '@comitium/basics';
import { createTrail } from './platform/audit/index.ts';
import type { Config } from './platform/config/settings.ts';
import { checkDataKeys } from './platform/crypto/check-data-keys.ts';
import type { KeyRing } from './platform/crypto/key-ring.ts';
import { openKeyRing } from './platform/crypto/open-key-ring.ts';
import {
  asRole,
  type Database,
  embeddedApplication,
  ensureRole,
  findRunningPostgres,
  isDatabaseUnavailable,
  openDatabase,
  prepareDatabase,
  startEmbeddedPostgres,
} from './platform/database/index.ts';
import { openRateLimiter } from './platform/http/open-rate-limiter.ts';
import type { Platform } from './platform/platform.ts';
import { createLog } from './platform/telemetry/create-log.ts';
import { createMetrics } from './platform/telemetry/metrics.ts';
import { createTracing } from './platform/telemetry/tracing.ts';
import { prepareGivenDatabase, withOwner } from './prepare-given-database.ts';

export interface OpenPlatform {
  readonly parts: Omit<Platform, 'access'>;
  /** To be called first when everything ends: an embedded PostgreSQL that was halted is needed for an orderly end. */
  wake(): void;
  /** Closes the database and stops the embedded PostgreSQL; call it last. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Work on the database of a Comitium that runs on the same folder, as commands of the operator do. */
  readonly besideRunning?: boolean;
}

/** Opens the rooms below the features: log, data keys, database (embedded or given), metrics. Failures are one sentence each. */
export const openPlatform = async (
  config: Config,
  { besideRunning = false }: OpenOptions = {},
): Promise<Result<OpenPlatform, string>> => {
  const log = createLog(config.logLevel);
  const folder = makeDataFolder(config.dataDir);
  if (!folder.ok) return folder;
  const keys = openKeyRing(config);
  if (!keys.ok) return keys;
  const server = await findServer(config, { log, besideRunning });
  if (!server.ok) return server;
  const db = openDatabase({
    connectionString: server.value.connectionString,
    poolSize: config.databasePool,
    log,
  });
  const prepared = await prepare(config, { db, keys: keys.value }, server.value);
  if (!prepared.ok) {
    await db.close();
    await server.value.stop();
    return prepared;
  }
  const metrics = createMetrics();
  const parts = {
    config,
    clock: systemClock,
    log,
    db,
    keys: keys.value,
    rateLimiter: await openRateLimiter(config, { clock: systemClock, log, metrics }),
    trail: createTrail({ db, clock: systemClock, metrics }),
    metrics,
    tracing: createTracing(config.otlpEndpoint),
  };
  const close = async (): Promise<void> => {
    await parts.trail.flush();
    await parts.rateLimiter.close();
    await parts.tracing.stop();
    await db.close();
    await server.value.stop();
  };
  return ok({ parts, wake: server.value.wake, close });
};

/** One by one: where a parent takes none, as in /proc, Node's own recursion never ends. */
const makeFolders = (folder: string): void => {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolders(parent);
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
};

const makeDataFolder = (folder: string): Result<void, string> => {
  try {
    makeFolders(resolve(folder));
    // The embedded PostgreSQL runs as another user where we are root: it must be able to pass through.
    if (process.getuid?.() === 0) chmodSync(folder, 0o755);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err(
      `The data folder ${folder} cannot be written (${code}): choose another with COMITIUM_DATA_DIR.`,
    );
  }
};

interface DatabaseServer {
  /** The application's. */
  readonly connectionString: string;
  /** Of the embedded PostgreSQL; a given database has its owner's in the settings. */
  readonly ownerConnectionString?: string;
  wake(): void;
  stop(): Promise<void>;
}

/** Of a server that others started: it is neither woken nor stopped. */
const notOurs = { wake: () => undefined, stop: () => Promise.resolve() };

const findServer = async (
  config: Config,
  { log, besideRunning }: { log: ReturnType<typeof createLog>; besideRunning: boolean },
): Promise<Result<DatabaseServer, string>> => {
  if (config.databaseUrl !== '') {
    return ok({ connectionString: config.databaseUrl, ...notOurs });
  }
  const started = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  if (started.ok) {
    const { applicationConnectionString, connectionString, wake, stop } = started.value;
    return ok({
      connectionString: applicationConnectionString,
      ownerConnectionString: connectionString,
      wake,
      stop,
    });
  }
  const running =
    besideRunning && started.error.code === 'folder-in-use' ? findRunningPostgres(config.dataDir) : null;
  if (running !== null) {
    const connectionString = asRole(running, embeddedApplication);
    return ok({ connectionString, ownerConnectionString: running, ...notOurs });
  }
  return err(started.error.detail);
};

const prepare = async (
  config: Config,
  { db, keys }: { db: Database; keys: KeyRing },
  { ownerConnectionString }: DatabaseServer,
): Promise<Result<void, string>> => {
  try {
    if (ownerConnectionString === undefined) {
      const prepared = await prepareGivenDatabase(db, config);
      return prepared.ok ? await checkDataKeys(db, keys) : prepared;
    }
    await withOwner(ownerConnectionString, db, async (owner) => {
      await ensureRole(owner, { role: embeddedApplication, password: '' });
      await prepareDatabase(owner, embeddedApplication);
    });
    return await checkDataKeys(db, keys);
  } catch (error) {
    return err(explainDatabase(config, error));
  }
};

const explainDatabase = (config: Config, error: unknown): string => {
  const { message, code } = error as { message: string; code?: string };
  if (config.databaseUrl === '') return message;
  if (message.includes('client password must be a string')) {
    return 'The database in DATABASE_URL cannot be used: its server asks for a password, and the address holds none.';
  }
  if (message === 'permission denied to create role') {
    return 'The role in COMITIUM_DATABASE_OWNER_URL may not create the role of DATABASE_URL: create that one yourself, with login and its password.';
  }
  if (isDatabaseUnavailable(error) || code !== undefined) {
    return `The database in DATABASE_URL cannot be used (${code ?? 'unreachable'}: ${message}).`;
  }
  return `The database in DATABASE_URL cannot be used: ${message}`;
};
