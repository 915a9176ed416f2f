import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

const libc = () => (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');

/** Native packages are optional, one for each platform: ours has to be there. */
const isForOthers = ({ os, cpu, libc: wanted }) =>
  (os === undefined && cpu === undefined) ||
  (os && !os.includes(process.platform)) ||
  (cpu && !cpu.includes(process.arch)) ||
  (wanted && process.platform === 'linux' && !wanted.includes(libc()));

const same = (wanted, installed) =>
  wanted.version === installed.version &&
  wanted.integrity === installed.integrity &&
  JSON.stringify(wanted.bin) === JSON.stringify(installed.bin);

/** Whether node_modules is what package-lock.json says, for this platform. */
export const isInstalled = () => {
  // npm writes this file last, so an interrupted installation has none.
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? same(wanted, found) : wanted.optional === true && isForOthers(wanted);
  });
};
