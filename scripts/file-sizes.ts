// npm run file-sizes: prints how long source files are, and fails on one over 300 lines or a drawer by its name.
import { readFileSync } from 'node:fs';
import { listSources } from './reading/list-sources.ts';

const most = 300;
const drawer = /(^|\/)(utils?|helpers?|common|misc|managers?|core|types)(\/|\.tsx?$)/;

const isCounted = (file: string) => !/\.test\.tsx?$|\.d\.ts$|(^|\/)generated\//.test(file);
const countLines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

const files = listSources(['.ts', '.tsx', '.mjs']);
const sizes = files
  .filter(isCounted)
  .map((file) => ({ file, lines: countLines(file) }))
  .sort((a, b) => a.lines - b.lines);
const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;

console.log(`${sizes.length} source files; lines: median ${at(0.5)} (aim 70), p90 ${at(0.9)} (aim 180)`);

const faults = [
  ...sizes
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${most}`),
  ...files
    .filter((file) => drawer.test(file))
    .map((file) => `${file}: a drawer by its name; name what is inside`),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
