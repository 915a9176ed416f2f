import type { Job } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ElectionBook } from '../elections/index.ts';
import { recount } from './recount.ts';

/** Every night, every election: the totals must be what the sheets add up to, and a metric says so. */
export const recountJob = (platform: Platform, elections: ElectionBook): Job => ({
  name: 'results.recount',
  cron: '15 3 * * *',
  run: async (_payload, { db, log }) => {
    for (const election of await elections.list()) {
      const report = await recount(db, election);
      platform.metrics.recountDifferences.set({ election: election.code }, report.differences.length);
      if (report.differences.length > 0) log.error({ report }, 'the recount differs from the stored totals');
    }
  },
});
