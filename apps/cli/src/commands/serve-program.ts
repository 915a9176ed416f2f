import { endSoon, listenForSignals, runUntilSignal, serve } from '@comitium/server';
import type { Command } from 'commander';
import { fail } from '../fail.ts';
import { requireConfig } from '../with-app.ts';

export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('Serves the API, the live feed and the pages.')
    .option('--without-jobs', 'leave background jobs to `work` processes', false)
    .action(async ({ withoutJobs }: { withoutJobs: boolean }) => {
      void listenForSignals();
      const config = requireConfig();
      if (config === null) return;
      const served = await serve(config, { withJobs: !withoutJobs });
      if (!served.ok) {
        fail(served.error);
        return endSoon(1);
      }
      console.log(`Comitium serves ${served.value.url}`);
      const ended = await runUntilSignal(() => served.value.stop());
      if (ended.ok) return;
      fail(ended.error);
      endSoon(1);
    });
};
