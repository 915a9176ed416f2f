// What earlier visits saw of a log, kept on this machine: the next visit proves that it only grew.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface VisitedLog {
  /** Verifier key, trusted from the first visit on. */
  readonly key: string;
  /** The newest checkpoint that was verified, as the signed note. */
  readonly checkpoint: string;
}

const folder = (): string => {
  const state = process.env['XDG_STATE_HOME'];
  return join(state === undefined || state === '' ? join(homedir(), '.local/state') : state, 'comitium');
};

const fileOf = (url: string): string => join(folder(), `${encodeURIComponent(new URL(url).host)}.log.json`);

/** Null on a first visit. A file that cannot be read throws: to forget what was seen is the person's to decide. */
export const readVisit = (url: string): VisitedLog | null => {
  try {
    return JSON.parse(readFileSync(fileOf(url), 'utf8')) as VisitedLog;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`What was seen before, ${fileOf(url)}, cannot be read: ${String(error)}`);
  }
};

export const keepVisit = (url: string, visit: VisitedLog): void => {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  const draft = `${fileOf(url)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(visit, null, 2)}\n`);
  renameSync(draft, fileOf(url));
};
