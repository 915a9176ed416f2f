// The program: `start` (everything, with the demonstration), `serve`, `work`, `migrate`.
import { err, ok, type Result } from '@comitium/basics';
import { buildApp } from './build-app.ts';
import { startDemonstration } from './demonstration/start-demonstration.ts';
import { endSoon } from './end-soon.ts';
import { openPlatform } from './open-platform.ts';
import { readConfig } from './platform/config/read-config.ts';
import type { Config } from './platform/config/settings.ts';
import { startWorker } from './platform/jobs/index.ts';
import { listenForSignals, runUntilSignal } from './run-until-signal.ts';
import { serve } from './serve.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const roles: Readonly<
  Record<string, (config: Config, rest: readonly string[]) => Promise<Result<void, string>>>
> = {
  start: (config, rest) => startDemonstration(config, { say, rest }),
  serve: async (config) => {
    // The embedded PostgreSQL belongs to this process: no `work` beside it could reach the jobs.
    const served = await serve(config, { withJobs: config.databaseUrl === '' });
    if (!served.ok) return served;
    say(`Comitium serves ${served.value.url}`);
    return runUntilSignal(() => served.value.stop());
  },
  work: async (config) => {
    const opened = await openPlatform(config);
    if (!opened.ok) return opened;
    const app = await buildApp(opened.value.parts, {});
    const jobs = app.features.flatMap((feature) => feature.jobs ?? []);
    const worker = await startWorker(opened.value.parts.db, { jobs });
    say(`Comitium works on ${jobs.length} kinds of jobs`);
    return runUntilSignal(async () => {
      opened.value.wake();
      await worker.stop();
      await opened.value.close();
    });
  },
  migrate: async (config) => {
    const opened = await openPlatform(config);
    if (!opened.ok) return opened;
    await opened.value.close();
    say('The database is up to date.');
    return ok(undefined);
  },
};

const main = async (): Promise<Result<void, string>> => {
  const [name = 'serve', ...rest] = process.argv.slice(2);
  const role = roles[name];
  if (role === undefined)
    return err(`There is no role ${name}; use one of ${Object.keys(roles).join(', ')}.`);
  const config = readConfig(process.env);
  if (!config.ok) return err(config.error.join('\n'));
  if (name !== 'migrate') void listenForSignals();
  return role(config.value, rest);
};

const result = await main();
if (!result.ok) {
  process.stderr.write(`${result.error}\n`);
  endSoon(1);
}
