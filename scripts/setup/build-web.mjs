// Builds the pages when their sources, the packages they use or the lock file have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';
import { runProcess } from './run-process.mjs';
import { stopWith } from './stop-with.mjs';

const sources = [
  'apps/web/build',
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/public',
  'apps/web/src',
  'apps/web/vite.config.ts',
  'packages/basics/src',
  'packages/client/src',
  'packages/contract/src',
  'packages/tally/src',
  'package-lock.json',
];

const listFiles = (path) => {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`))
    .filter((file) => !/\.test\.tsx?$/.test(file));
};

const digestSources = () => {
  const digest = createHash('sha256');
  for (const file of sources.flatMap(listFiles)) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return digest.digest('hex');
};

/** The stamp lies in the folder it speaks of: whoever removes or rebuilds the folder removes the stamp. */
export const buildWeb = async (node) => {
  const stamp = join(root, 'apps/web/dist/build-stamp.txt');
  const digest = digestSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const build = [node, vite, 'build', 'apps/web', '--logLevel', 'warn'];
  const code = await runProcess('Building the pages', build, { env: { NODE_ENV: 'production' } });
  if (code !== 0) stopWith(`the pages could not be built (exit code ${code}); the message stands above.`);
  writeFileSync(stamp, digest);
};
