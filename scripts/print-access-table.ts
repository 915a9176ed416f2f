// Writes docs/generated/access.md, who may come in where; with --check it only compares and fails on a difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { systemClock, unwrap } from '@comitium/basics';
import { type AccessRow, holders, routeRow, topicRow } from '../apps/server/src/access-table.ts';
import { buildApp } from '../apps/server/src/build-app.ts';
import { readConfig } from '../apps/server/src/platform/config/read-config.ts';
import { openDatabase } from '../apps/server/src/platform/database/index.ts';
import { createRateLimiter } from '../apps/server/src/platform/http/rate-limiter.ts';
import { createLog } from '../apps/server/src/platform/telemetry/create-log.ts';
import { createMetrics } from '../apps/server/src/platform/telemetry/metrics.ts';
import { page, table } from './docs/markdown.ts';

const ruleText = ({ rule }: AccessRow): string => {
  if (rule.kind === 'public') return 'everybody';
  if (rule.kind === 'signed_in') return 'signed in';
  return `\`${rule.permission}\` at ${rule.at}`;
};

const tableOf = (head: string, rows: readonly AccessRow[]): string =>
  table(
    [head, 'rule', ...holders.map((holder) => holder.replace('_', ' '))],
    rows
      .toSorted((a, b) => a.place.localeCompare(b.place, 'en'))
      .map((row) => [
        `\`${row.place}\``,
        ruleText(row),
        ...holders.map((holder) => (row.admits[holder] ? 'yes' : '')),
      ]),
  );

const introduction = `A yes means that the door opens for a role held where the rule looks: *platform* needs a grant that
holds everywhere, *election* one that reaches into the election of the path, *command* any grant at all, because the
command then looks at the very station, area or person. apps/server/src/access-table.db.test.ts walks every row as every
role against a running server, with the role held here and elsewhere.`;

/** Builds the program without starting it: nothing connects to a database, nothing listens. */
export const printAccessTable = async (): Promise<string> => {
  const db = openDatabase({ connectionString: 'postgresql://localhost/none' });
  const app = await buildApp(
    {
      config: unwrap(readConfig({})),
      clock: systemClock,
      log: createLog('error'),
      db,
      rateLimiter: createRateLimiter(systemClock),
      metrics: createMetrics(),
    },
    {},
  );
  const routes = tableOf('route', app.routes.map(routeRow));
  const topics = tableOf('topic', app.hub.definitions().map(topicRow));
  await app.server.close();
  await db.close();
  return page(
    'Access',
    'the rules declared beside each route and topic',
    `${introduction}\n\n## Routes\n\n${routes}\n\n## Live topics\n\n${topics}`,
  );
};

const path = 'docs/generated/access.md';

const main = async (): Promise<void> => {
  const wanted = await printAccessTable();
  const same = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (!process.argv.includes('--check')) writeFileSync(path, wanted);
  else if (!same) {
    console.error(`${path} is not what the source says: print it again and commit it`);
    process.exitCode = 1;
  }
};

if (import.meta.main) await main();
