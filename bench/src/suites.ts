import { benchAccounts } from './accounts/bench-accounts.ts';
import { benchCounting } from './counting/bench-counting.ts';
import { benchLive } from './live/bench-live.ts';
import { benchNotary } from './notary/bench-notary.ts';
import type { Row } from './report/row.ts';
import { benchResults } from './results/bench-results.ts';

/** What can be asked for by name. */
export const suites: Readonly<Record<string, () => Promise<Row[]>>> = {
  results: benchResults,
  live: benchLive,
  notary: benchNotary,
  counting: benchCounting,
  accounts: benchAccounts,
};
