import { askShortly, metricsWithinMs } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { type RecountOptions, type RecountReport, recount } from './recount.ts';
import { createRecountMetrics } from './recount-metrics.ts';
import { keepRecount, listRecounts } from './recount-store.ts';

export type Recount = (election: ElectionFacts, options?: RecountOptions) => Promise<RecountReport>;

/** Recounts, and keeps what was found, so that every process tells the last recount at /metrics. */
export const createRecounts = ({ db, clock, log, metrics }: Platform): Recount => {
  const list = askShortly(() => listRecounts(db), metricsWithinMs);
  createRecountMetrics(metrics.registry, () =>
    list().catch((error: unknown) => {
      log.debug({ err: error }, 'the last recounts could not be read');
      return undefined;
    }),
  );
  return async (election, options) => {
    const report = await recount(db, election, options);
    const differences = report.differences.length;
    await keepRecount(db, { electionId: election.id, differences, at: clock.now() });
    return report;
  };
};
