import { Gauge, type Registry } from 'prom-client';
import type { KeptRecount } from './recount-store.ts';

/** Undefined where the database is away or hangs. */
export type ListRecounts = () => Promise<readonly KeptRecount[] | undefined>;

/**
 * Told by every process, although only one recounts, and that one may answer no HTTP. While the database is away the last
 * figures stand: an alarm that was raised is not over because of that.
 */
export const createRecountMetrics = (registry: Registry, list: ListRecounts): void => {
  const registers = [registry];
  const times = new Gauge({
    name: 'comitium_recount_timestamp_seconds',
    help: 'When the last recount ended, in seconds since 1970.',
    labelNames: ['election'],
    registers,
    collect: () => tell(),
  });
  const differences = new Gauge({
    name: 'comitium_recount_differences',
    help: 'Totals that differed from the sheets at the last recount; anything but 0 is an alarm.',
    labelNames: ['election'],
    registers,
    collect: () => tell(),
  });
  const tell = async (): Promise<void> => {
    const recounts = await list();
    if (recounts === undefined) return;
    times.reset();
    differences.reset();
    for (const { election, differences: count, recountedAt } of recounts) {
      times.set({ election }, recountedAt.getTime() / 1000);
      differences.set({ election }, count);
    }
  };
};
