import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Files that git knows or would add, so that what is ignored is never read; paths from the top of the repository. */
export const listSources = (endings: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && existsSync(file));
