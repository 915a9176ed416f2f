import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, readPostmaster, stopPostmaster } from '../embedded/postmaster-file.ts';

const prefix = 'comitium-test-';

/** Named after this process, so that a later run can tell that nobody needs it any more. */
export const createTemporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Traversable, so that the account that runs PostgreSQL for root can get to the folders inside.
  chmodSync(folder, 0o755);
  return folder;
};

/** Another person of this machine may have left some too, which are not ours to read or remove. */
const isOurs = (folder: string): boolean => {
  const person = process.getuid?.();
  return person === 0 || statSync(folder, { throwIfNoEntry: false })?.uid === person;
};

/** Runs that were killed leave their folders behind, and their servers running. */
export const removeLeftovers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    if (!isOurs(folder)) continue;
    for (const inside of ['.', ...readdirSync(folder)]) {
      const left = readPostmaster(join(folder, inside, 'cluster'));
      if (left !== undefined) await stopPostmaster(left.pid);
    }
    rmSync(folder, { recursive: true, force: true });
  }
};
