// PostgreSQL refuses to run as root: a root process runs it as the owner of an existing cluster, else as `nobody`.
import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '@comitium/basics';
import type { EmbeddedPostgresError } from './embedded-postgres-error.ts';

export interface ServiceAccount {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const readAccounts = (): ServiceAccount[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    // macOS writes -2 for nobody; the kernel means the same number unsigned.
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }));

const ownerOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.uid;

/** The account to run PostgreSQL as; undefined where this process is not root and simply runs it itself. */
export const findServiceAccount = (
  clusterDir: string,
): Result<ServiceAccount | undefined, EmbeddedPostgresError> => {
  if (process.getuid?.() !== 0) return ok(undefined);
  const accounts = readAccounts();
  const owner = ownerOf(clusterDir);
  const account =
    owner === undefined || owner === 0
      ? accounts.find(({ name }) => name === 'nobody')
      : accounts.find(({ uid }) => uid === owner);
  if (account !== undefined) return ok(account);
  const missing = owner ? `the owner of ${clusterDir} (uid ${owner})` : 'the account "nobody"';
  return err({
    code: 'account-missing',
    detail: `PostgreSQL does not run as root, and ${missing} is not in /etc/passwd: add it, start as another user, or set DATABASE_URL.`,
  });
};

/** How `spawn` is told the account. */
export const spawnAs = (account: ServiceAccount | undefined): { uid?: number; gid?: number } =>
  account === undefined ? {} : { uid: account.uid, gid: account.gid };
