#!/usr/bin/env node
// comitium: runs the command line on the bundled Node 24, whatever Node called it.
import { bundledNode } from '../../../scripts/setup/bundled-node.mjs';
import { root } from '../../../scripts/setup/folders.mjs';
import { handOver } from '../../../scripts/setup/hand-over.mjs';

handOver(bundledNode(), [`${root}/apps/cli/src/main.ts`, ...process.argv.slice(2)]);
