import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@comitium/basics';
import type { ClusterFolders } from './cluster-folders.ts';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { isAlive } from './postmaster-file.ts';
import { spawnAs } from './service-account.ts';

/** Role and database of the embedded PostgreSQL. */
export const embeddedOwner = 'comitium';

const run = (
  program: string,
  args: string[],
  folders: ClusterFolders,
): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...spawnAs(folders.account),
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

const deleteUnfinished = (root: string): void => {
  for (const entry of readdirSync(root)) {
    const pid = /^initialising-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined) continue;
    // Another process may be initialising right now; only what a dead one left behind is removed.
    if (!isAlive(Number(pid))) rmSync(join(root, entry), { recursive: true, force: true });
  }
};

const moveIntoPlace = (unfinished: string, clusterDir: string): void => {
  try {
    renameSync(unfinished, clusterDir);
  } catch (error) {
    // Another process was first; its cluster stays.
    if (!existsSync(join(clusterDir, 'PG_VERSION'))) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
};

/**
 * Creates the cluster once. It is made under another name and then renamed, so that an initialisation that was
 * killed half-way leaves nothing that looks like a cluster, and of two at once one wins whole.
 */
export const initialiseCluster = async (
  binaries: PostgresBinaries,
  folders: ClusterFolders,
): Promise<Result<void, EmbeddedPostgresError>> => {
  const versionFile = join(folders.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === binaries.majorVersion) return ok(undefined);
    return err({
      code: 'version-mismatch',
      detail: `${folders.cluster} was written by PostgreSQL ${version} and this is ${binaries.majorVersion}: dump it with the old version and restore it into a new folder.`,
    });
  }
  deleteUnfinished(folders.root);
  const unfinished = join(folders.root, `initialising-${process.pid}-${randomUUID().slice(0, 8)}`);
  const { code, output } = await run(
    binaries.initdb,
    // The built-in locale sorts by code point everywhere alike; readers' orders are made where they are shown.
    ['-D', unfinished, '-U', embeddedOwner, '--auth=trust', '--encoding=UTF8', '--no-instructions'].concat([
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]),
    folders,
  );
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const reason = output.trim().split('\n').at(-1) ?? 'no output';
    return err({
      code: 'initialisation-failed',
      detail: `PostgreSQL could not create its data folder: ${reason}`,
    });
  }
  moveIntoPlace(unfinished, folders.cluster);
  return ok(undefined);
};
