import type { Job } from '../../platform/jobs/index.ts';
import type { ElectionBook } from '../elections/index.ts';
import type { Recount } from './create-recounts.ts';

/** Every night, every election: the totals must be what the sheets add up to, and a metric says so. */
export const recountJob = (elections: ElectionBook, recount: Recount): Job => ({
  name: 'results.recount',
  cron: '15 3 * * *',
  run: async (_payload, { log }) => {
    for (const election of await elections.list()) {
      const report = await recount(election);
      if (report.differences.length > 0) log.error({ report }, 'the recount differs from the stored totals');
    }
  },
});
