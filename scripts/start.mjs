// npm start: installs, builds the pages, and starts everything in one process. Runs on any Node from 18 on.
// package.json says `exec node …`, so that no shell stands between npm and us and signals and exit codes pass.
import { join } from 'node:path';
import { buildWeb } from './setup/build-web.mjs';
import { bundledNode } from './setup/bundled-node.mjs';
import { root } from './setup/folders.mjs';
import { handOver } from './setup/hand-over.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { requirePostgres } from './setup/require-postgres.mjs';

process.chdir(root);
await installPackages();
const node = bundledNode();
requirePostgres();
await buildWeb(node);
handOver(node, [join(root, 'apps/server/src/main.ts'), 'start', ...process.argv.slice(2)]);
