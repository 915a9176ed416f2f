// The Node 24 that npm installed for us: the one that runs TypeScript directly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';
import { stopWith } from './stop-with.mjs';

const path = join(root, 'node_modules/node/bin/node');

/** The path of the bundled Node, checked to run. */
export const bundledNode = () => {
  if (!existsSync(path)) {
    stopWith(
      'the install script of the package "node" has not run, so there is no Node 24 here; ' +
        'allow it with: npm rebuild node --ignore-scripts=false',
    );
  }
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (asked.status !== 0) {
    stopWith(
      `the bundled Node does not run on this system (${asked.error?.message ?? asked.stderr.trim()}).`,
    );
  }
  return path;
};
