import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenPlatform, openDatabase, openPlatform, readConfig } from '@comitium/server';
import nodeFlags from '../../../scripts/setup/node-flags.json' with { type: 'json' };
import { type ApiClient, signIn } from './api-client.ts';
import { freePort } from './free-port.ts';
import { endWithUs } from './leave-nothing.ts';
import { readPostmasterPid } from './read-postmaster-pid.ts';
import { type RunningProcess, startProcess } from './start-process.ts';

/** The program as an operator runs it, in its own process, on an embedded PostgreSQL that peers share. */
export interface BenchServer {
  readonly url: string;
  readonly server: RunningProcess;
  readonly platform: OpenPlatform['parts'];
  /** The same database as its owner, for what the application may not do: peers' tables, emptying, checkpoints. */
  readonly owner: ReturnType<typeof openDatabase>;
  /** The PostgreSQL's first process. */
  readonly postmaster: number;
  readonly folder: string;
  readonly admin: ApiClient;
  /** One more process on the same database, as fresh as it comes; whoever starts it stops it. */
  startAnother(): Promise<RunningProcess>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));
const email = 'bench@comitium.example';
const password = 'bench-only-9f2c6d1b';

/** A fresh installation in a temporary folder, durable as any: fsync is on, and only rate limits are off. */
export const startBenchServer = async (): Promise<BenchServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'comitium-bench-'));
  chmodSync(folder, 0o755);
  const platform = await openDatabaseIn(folder);
  const postmaster = readPostmasterPid(folder);
  // SIGINT is PostgreSQL's fast shutdown.
  const letGo = endWithUs(postmaster, 'SIGINT');
  const { connectionString } = platform.parts.db;
  // On this machine the embedded PostgreSQL trusts its socket.
  const owner = openDatabase({ connectionString: connectionString.replace(/\/\/[^@]*@/, '//comitium@') });
  const env = { ...environment(folder), DATABASE_URL: connectionString };
  execFileSync(process.execPath, [main, 'user', 'create', '--email', email, '--admin'], {
    env: { ...process.env, ...env, USER_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const startAnother = () => startServing(env);
  const server = await startAnother();
  const url = `http://127.0.0.1:${server.port}`;
  return {
    ...{ url, server, folder, platform: platform.parts, owner, startAnother },
    postmaster,
    admin: await signIn(url, { email, password }),
    stop: async () => {
      await server.stop();
      await owner.close();
      await platform.close();
      letGo();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const startServing = async (env: Readonly<Record<string, string>>): Promise<RunningProcess> => {
  const port = await freePort();
  const profiling = process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];
  const args = [...nodeFlags, ...profiling, main, 'serve', '--without-jobs'];
  return startProcess({ command: process.execPath, args, port, env: { ...env, PORT: String(port) } });
};

const environment = (folder: string): Record<string, string> => ({
  COMITIUM_DATA_DIR: folder,
  COMITIUM_LOG_LEVEL: 'error',
  COMITIUM_RATE_LIMITS: 'false',
  COMITIUM_SOCKETS_PER_ADDRESS: '65535',
  COMITIUM_TOKEN_SECONDS: '86400',
});

const openDatabaseIn = async (folder: string): Promise<OpenPlatform> => {
  const config = readConfig({ ...environment(folder), COMITIUM_DATABASE_POOL: '4' });
  if (!config.ok) throw new Error(config.error.join(' '));
  const opened = await openPlatform(config.value);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};
