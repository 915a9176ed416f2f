// The layout of the data folder: cluster/ (PostgreSQL's own), socket/, postgres.log, binaries-<version>/.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '@comitium/basics';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { findServiceAccount, type ServiceAccount } from './service-account.ts';

export interface ClusterFolders {
  readonly root: string;
  readonly cluster: string;
  readonly socket: string;
  readonly logFile: string;
  readonly account: ServiceAccount | undefined;
}

export const privateFolder = (path: string, account: ServiceAccount | undefined): void => {
  mkdirSync(path, { recursive: true });
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
};

/** sockaddr_un holds 107 bytes (103 on macOS) for the whole path, file name included. */
const socketPathFits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= (process.platform === 'darwin' ? 103 : 107);

const prepareSocketFolder = (root: string, account: ServiceAccount | undefined): string => {
  const inside = join(root, 'socket');
  const folder = socketPathFits(inside) ? inside : mkdtempSync(join(tmpdir(), 'comitium-'));
  privateFolder(folder, account);
  return folder;
};

/** A socket folder outside the data folder would outlive its server. */
export const removeSocketFolder = ({ root, socket }: ClusterFolders): void => {
  if (dirname(socket) !== root) rmSync(socket, { recursive: true, force: true });
};

/** The first folder on the way that the account may not enter, such as /root. */
const findBarrier = (path: string, account: ServiceAccount): string | undefined => {
  const parent = dirname(path);
  if (parent === path) return undefined;
  const { mode, uid, gid } = statSync(parent);
  const mayEnter = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
  return findBarrier(parent, account) ?? (mayEnter ? undefined : parent);
};

const notWritable = (detail: string): Result<never, EmbeddedPostgresError> =>
  err({ code: 'folder-not-writable', detail });

/** Creates what is missing and hands it to the account that will run PostgreSQL. */
export const prepareClusterFolders = (dataDir: string): Result<ClusterFolders, EmbeddedPostgresError> => {
  const root = resolve(dataDir);
  const cluster = join(root, 'cluster');
  try {
    // The folders above keep the usual mode, so that the account can pass through them.
    mkdirSync(dirname(root), { recursive: true });
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    const account = findServiceAccount(cluster);
    if (!account.ok) return account;
    const barrier = account.value && findBarrier(root, account.value);
    if (account.value && barrier) {
      return notWritable(
        `PostgreSQL runs as "${account.value.name}" because this process is root, and that account cannot enter ${barrier}: choose a data folder outside it (such as /var/lib/comitium), or start as another user.`,
      );
    }
    privateFolder(root, account.value);
    const socket = prepareSocketFolder(root, account.value);
    return ok({ root, cluster, socket, logFile: join(root, 'postgres.log'), account: account.value });
  } catch (error) {
    return notWritable(
      `The data folder ${root} cannot be used (${(error as Error).message}): make it writable for this user or choose another.`,
    );
  }
};
