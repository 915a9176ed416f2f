// Finds the browser for the browser tests; installs Debian's where it may.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runProcess } from './run-process.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-core'];
const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What `npx playwright-core install chromium` has put into the home folder. */
const playwrightPlaces = () => {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return [];
  const kept = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  return kept.flatMap((name) =>
    ['chrome-linux', 'chrome-linux64'].map((inside) => join(folder, name, inside, 'chrome')),
  );
};

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

const runs = (path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

const find = () => {
  const named = process.env.CHROMIUM_PATH;
  return named ? [named].find(runs) : [...onPath(), ...macPlaces, ...playwrightPlaces()].find(runs);
};

const mayInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

const install = async () => {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  // An outdated list is no failure: the installation that follows says whether it was enough.
  await runProcess('Fetching the lists of apt-get', ['apt-get', 'update', '-q'], quiet);
  const command = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages];
  await runProcess('Installing Chromium', command, quiet);
};

/** The path of a browser that runs, or undefined after saying how to get one. */
export const findChromium = async () => {
  const found = find();
  if (found) return found;
  if (!process.env.CHROMIUM_PATH && mayInstall()) await install();
  const installed = find();
  if (installed) return installed;
  console.error(
    process.env.CHROMIUM_PATH
      ? `CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not run.`
      : 'No Chromium here. Install it (Debian: sudo apt-get install chromium; elsewhere: ' +
          'npx playwright-core install chromium), or name one with CHROMIUM_PATH.',
  );
  return undefined;
};
