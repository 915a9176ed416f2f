import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RefusedMessages {
  /** Their keys. */
  readonly keys: ReadonlySet<string>;
  add(key: string): void;
  /** Writes down what was added, for the next start. */
  keep(): void;
}

/**
 * What of a night the server has refused for good, kept beside the data, for the server keeps no refusals: without it a
 * night would never be over, and each start would say that something is still to come.
 */
export const openRefusedMessages = (dataDir: string, election: string): RefusedMessages => {
  const file = join(dataDir, `demonstration-refused-${election}.json`);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
  const keys = new Set(known);
  return {
    keys,
    add: (key) => {
      keys.add(key);
    },
    keep: () => {
      if (keys.size > known.length) writeFileSync(file, `${JSON.stringify([...keys])}\n`);
    },
  };
};
