// Brings node_modules in line with package-lock.json; does nothing when it already is.
import { delimiter, join } from 'node:path';
import { bundledNode } from './bundled-node.mjs';
import { isInstalled } from './is-installed.mjs';
import { runProcess } from './run-process.mjs';
import { stopWith } from './stop-with.mjs';

const install = [
  // Not `ci`: the lock file lists the native packages of the platforms it was made on, and `ci` refuses to add those
  // of another; `install` takes them in the exact version that their owner names. See docs/decisions.
  'install',
  '--no-save',
  // NODE_ENV=production would leave out the bundled Node, and what builds the pages.
  '--include=dev',
  '--include=optional',
  // Packages ask for a newer Node than the one that npm may run on; they are run by the bundled one.
  '--engine-strict=false',
  '--loglevel=error',
];

/** Runs npm on the given Node: the npm that called us if there is one, else the one on the path. */
const runNpm = async (title, node) => {
  const called = process.env.npm_execpath;
  const npm = called?.endsWith('npm-cli.js') ? [node, called] : ['npm'];
  const path = [join(node, '..'), process.env.PATH].join(delimiter);
  const code = await runProcess(title, [...npm, ...install], { env: { PATH: path } });
  if (code !== 0) stopWith(`npm install failed (exit code ${code}); its message stands above.`);
};

export const installPackages = async () => {
  if (isInstalled()) return;
  await runNpm('Installing the packages of package-lock.json', process.execPath);
  if (isInstalled()) return;
  // npm leaves out native packages that ask for a newer Node than it runs on itself.
  await runNpm('Installing what asks for the bundled Node', bundledNode());
  if (!isInstalled())
    console.warn('package-lock.json and the package.json files differ; the next start installs again.');
};
