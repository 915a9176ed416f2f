// Brings node_modules in line with package-lock.json; does nothing when it already is.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';
import { runProcess } from './run-process.mjs';
import { stopWith } from './stop-with.mjs';

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

const same = (wanted, installed) =>
  wanted.version === installed.version &&
  wanted.integrity === installed.integrity &&
  JSON.stringify(wanted.bin) === JSON.stringify(installed.bin);

/** npm writes node_modules/.package-lock.json last, so an interrupted install has none. */
const isInstalled = () => {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    return path === '' || (found === undefined ? wanted.optional === true : same(wanted, found));
  });
};

/** The npm that called us if there is one, else the one on the path. */
const npm = () => {
  const called = process.env.npm_execpath;
  return called?.endsWith('npm-cli.js') ? [process.execPath, called] : ['npm'];
};

export const installPackages = async () => {
  if (isInstalled()) return;
  const code = await runProcess('Installing the packages of package-lock.json', [
    ...npm(),
    // Not `ci`: the lock file lists the native packages of the platforms it was made on, and `ci` refuses to add
    // those of another; `install` takes them in the exact version that their owner names. See docs/decisions.
    'install',
    '--no-save',
    // NODE_ENV=production would leave out the bundled Node, and the pages' builder.
    '--include=dev',
    '--include=optional',
    // The bundled Node runs them all; warnings about the outer Node's age would only confuse.
    '--loglevel=error',
  ]);
  if (code !== 0) stopWith(`npm install failed (exit code ${code}); its message stands above.`);
  if (!isInstalled())
    stopWith('package-lock.json does not fit the package.json files: run npm install and commit it.');
};
