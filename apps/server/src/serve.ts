import { createServer as createSocketServer } from 'node:net';
import { err, ok, type Result } from '@comitium/basics';
import { type App, type AppOptions, buildApp } from './build-app.ts';
import { demoRoutes } from './demonstration/demo-routes.ts';
import { type OpenPlatform, openPlatform } from './open-platform.ts';
import type { Config } from './platform/config/settings.ts';
import { startWorker, type Worker } from './platform/jobs/index.ts';

export interface Served {
  readonly app: App;
  /** Where people find it. */
  readonly url: string;
  /** Where this process finds it, whatever people use. */
  readonly local: string;
  stop(): Promise<void>;
}

export interface ServeOptions extends AppOptions {
  /** Runs background jobs in this process too. */
  readonly withJobs: boolean;
}

/** Opens everything and listens. What cannot be had is told in one sentence, before anything is left behind. */
export const serve = async (given: Config, options: ServeOptions): Promise<Result<Served, string>> => {
  const config: { -readonly [K in keyof Config]: Config[K] } = { ...given };
  const free = await portIsFree(config);
  if (!free.ok) return free;
  const opened = await openPlatform(config);
  if (!opened.ok) return opened;
  const platform = opened.value;
  const app = await buildApp(platform.parts, { moreRoutes: demoRoutes([]), ...options });
  await app.start();
  const worker = options.withJobs
    ? await startWorker(platform.parts.db, { jobs: app.features.flatMap((feature) => feature.jobs ?? []) })
    : undefined;
  const port = await app.server.listen({ host: config.host, port: config.port }).then(portOf);
  // Where the system picked the port, the links in messages know it from here on.
  config.port = Number(port);
  const local = `http://${reachable(config.host)}:${port}`;
  const here = ownHosts.includes(config.host) ? `http://localhost:${port}` : local;
  const url = config.publicUrl === '' ? here : config.publicUrl;
  return ok({ app, url, local, stop: () => stop({ app, worker, platform }) });
};

const ownHosts = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'];

/** Of an address to listen on: all of them means this machine's own. */
const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

const portOf = (address: string): string => new URL(address).port;

interface Opened {
  readonly app: App;
  readonly worker: Worker | undefined;
  readonly platform: OpenPlatform;
}

const stop = async ({ app, worker, platform }: Opened): Promise<void> => {
  platform.wake();
  await worker?.stop();
  await app.stop();
  await platform.close();
};

/** Asked first, because starting a database only to find the door taken helps nobody. */
const portIsFree = (config: Config): Promise<Result<void, string>> =>
  new Promise((resolve) => {
    const probe = createSocketServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${config.host}:${config.port}`;
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${config.port} is in use: stop what listens there, or set PORT to another.`
          : `The address ${where} cannot be listened on (${error.code}).`;
      resolve(err(why));
    });
    probe.listen(config.port, config.host, () => probe.close(() => resolve(ok(undefined))));
  });
