// The gate, step by step and in order: the cheap answers come first.
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../setup/build-web.mjs';
import { findChromium } from '../setup/find-chromium.mjs';
import { root } from '../setup/folders.mjs';
import { isInstalled } from '../setup/is-installed.mjs';
import { runProcess } from '../setup/run-process.mjs';
import { runTests } from './run-tests.mjs';

/** Left alone, vitest keeps one processor for itself, which is half of a machine with two. */
const bothCores = [`--maxWorkers=${Math.max(2, availableParallelism())}`];

/** A story waits more than it works; each has a server, a PostgreSQL and a Chromium, so not too many beside each other. */
const storiesAtOnce = [`--maxWorkers=${Math.min(4, Math.max(2, availableParallelism()))}`];

const rooms = ['packages', 'apps', 'demo', 'bench', 'e2e', 'scripts'];

const failedUnless = (passed) => ({ passed: 0, failed: passed ? 0 : 1 });

const runTool = (title, tool, ...args) => ({
  title,
  run: async (node) =>
    failedUnless((await runProcess(tool, [node, join('node_modules', tool), ...args])) === 0),
});

const runScript = (title, script, ...args) => ({
  title,
  run: async (node) =>
    failedUnless((await runProcess(script, [node, join('scripts', script), ...args])) === 0),
});

const holdsSources = (folder) => {
  const src = join(root, folder, 'src');
  return statSync(src, { throwIfNoEntry: false }) && readdirSync(src).length > 0;
};

/** What tsconfig.node.json names: rooms with the same options, each of which would load the whole server again. */
const together = new Set(['apps/server', 'apps/cli']);

const checkTypes = async (node) => {
  const nested = ['packages', 'apps'].flatMap((room) =>
    readdirSync(join(root, room)).map((name) => `${room}/${name}`),
  );
  const alone = [...nested, 'bench', 'e2e'].filter((folder) => holdsSources(folder) && !together.has(folder));
  let failed = 0;
  for (const project of ['tsconfig.node.json', ...alone]) {
    const tsc = [node, 'node_modules/typescript/bin/tsc', '-p', project];
    if ((await runProcess(`tsc -p ${project}`, tsc)) !== 0) failed += 1;
  }
  return { passed: 0, failed };
};

const checkBoundaries = async (node) => {
  const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const withCompiler = ['--import', './scripts/gate/typescript-for-cruiser.mjs'];
  return failedUnless(
    (await runProcess('dependency-cruiser', [node, ...withCompiler, cruiser, ...rooms])) === 0,
  );
};

const testInBrowser = async (node) => {
  const chromium = await findChromium();
  if (!chromium) return failedUnless(false);
  return runTests(node, 'browser', { args: storiesAtOnce, env: { CHROMIUM_PATH: chromium } });
};

/** name → { title, run(node) → { passed, failed } }; a failed step counts as one failure. */
export const steps = {
  packages: { title: 'The lock file fits', run: async () => failedUnless(isInstalled()) },
  format: runTool('Format and lint', '@biomejs/biome/bin/biome', 'ci', '--colors=off'),
  types: { title: 'Types', run: checkTypes },
  boundaries: { title: 'Who imports whom', run: checkBoundaries },
  unused: runTool('Dead code', 'knip/bin/knip.js', '--no-progress'),
  sizes: runScript('File sizes and names', 'file-sizes.ts'),
  rules: runScript('Numbered rules have tests', 'rules-without-test.ts'),
  security: runScript('The security page is whole', 'security-page.ts'),
  docs: runScript('Generated docs are fresh', 'docs.ts', '--check'),
  unit: { title: 'Unit and property tests', run: (node) => runTests(node, 'unit', { args: bothCores }) },
  database: { title: 'Database tests', run: (node) => runTests(node, 'database', { args: bothCores }) },
  web: { title: 'The pages build', run: async (node) => failedUnless((await buildWeb(node)) ?? true) },
  browser: { title: 'Browser tests', run: testInBrowser },
};
