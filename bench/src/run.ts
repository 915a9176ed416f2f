// npm run bench -- <results | live | notary | counting | accounts | all> [--json]: measures what docs/benchmarks.md promises, beside peers and limits.

import { printJson, printTable } from './report/print-rows.ts';
import { suites } from './suites.ts';

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const known = ['all', ...Object.keys(suites)];
const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined || names.length === 0) {
  console.error(`npm run bench -- <name> [--json], where name is one of: ${known.join(', ')}`);
  process.exit(2);
}
const chosen = Object.entries(suites).filter(([name]) => names.includes('all') || names.includes(name));
const rows = [];
for (const [, run] of chosen) rows.push(...(await run()));
if (words.includes('--json')) printJson(rows);
else printTable(rows);
