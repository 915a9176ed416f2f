import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** First line of PostgreSQL's own record in its data folder. */
export const readPostmasterPid = (folder: string): number => {
  const record = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(record.split('\n')[0]);
};
