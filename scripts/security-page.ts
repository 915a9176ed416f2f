// npm run security-page: every point of OWASP ASVS stands in docs/security.md once, and every file it names exists.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = 'docs/security.md';

/** ASVS 5.0.0: how many points of levels 1 and 2 each section has, less those of level 3 by name. */
const sections: Readonly<Record<string, string>> = {
  '1': '1:1-2 2:1-9 3:1-11 4:1-3 5:1-2',
  '2': '1:1-3 2:1-3 3:1-4 4:1-1',
  '3': '2:1-2 3:1-4 4:1-6 5:1-5 7:1-2',
  '4': '1:1-3 2:1-1 3:1-2 4:1-4',
  '5': '1:1-1 2:1-3 3:1-2 4:1-3',
  '6': '1:1-3 2:1-12 3:1-4 4:1-4 5:1-5 6:1-3 8:1-4',
  '7': '1:1-3 2:1-4 3:1-2 4:1-5 5:1-2 6:1-2',
  '8': '1:1-2 2:1-3 3:1-1 4:1-1',
  '9': '1:1-3 2:1-4',
  '10': '1:1-2 2:1-2 3:1-4 4:1-11 5:1-5 6:1-2 7:1-3',
  '11': '1:1-2 2:1-3 3:1-3 4:1-4 5:1-1 6:1-1',
  '12': '1:1-3 2:1-2 3:1-4',
  '13': '1:1-1 2:1-5 3:1-2 4:1-5',
  '14': '1:1-2 2:1-4 3:1-3',
  '15': '1:1-3 2:1-3 3:1-7',
  '16': '1:1-1 2:1-5 3:1-4 4:1-3 5:1-3',
  '17': '1:1-1 2:1-4 3:1-2',
};

const points = Object.entries(sections)
  .sort(([one], [other]) => Number(one) - Number(other))
  .flatMap(([chapter, list]) =>
    list.split(' ').flatMap((part) => {
      const [, section = '', first = '', last = ''] = /^(\d+):(\d+)-(\d+)$/.exec(part) ?? [];
      const many = Number(last) - Number(first) + 1;
      return Array.from({ length: many }, (_, at) => `${chapter}.${section}.${Number(first) + at}`);
    }),
  );

const verdicts = ['tested', 'met', 'part', 'open', 'operator', 'none'];

interface Row {
  readonly points: readonly string[];
  readonly verdict: string;
  readonly text: string;
}

const pointsOf = (cell: string): string[] => {
  const [first = '', last = first] = cell.split('–');
  const [start, end] = [points.indexOf(first), points.indexOf(last)];
  return start === -1 || end < start ? [cell] : points.slice(start, end + 1);
};

const text = readFileSync(page, 'utf8');
const rows: Row[] = [...text.matchAll(/^\| (\d[\d.–]*) \| (\w+) \| (.*) \|$/gm)].map(
  ([, cell = '', verdict = '', words = '']) => ({ points: pointsOf(cell), verdict, text: words }),
);

/** What looks like the path of a file or folder of ours. */
const filesIn = (words: string): string[] =>
  [...words.matchAll(/`([\w@./-]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /^(\w[\w.-]*\/)+[\w.-]+$/.test(name) || /\.(ts|md|json|yaml)$/.test(name))
    .filter((name) => !name.startsWith('@') && !name.startsWith('/'));

const isThere = (name: string): boolean =>
  existsSync(name) || existsSync(join('apps/server/src', name)) || existsSync(join('docs', name));

const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to = '']) => join('docs', to));
const named = rows.flatMap((row) => row.points);
const faults = [
  ...[...filesIn(text), ...linked].filter((name) => !isThere(name)).map((name) => `${name} is not there`),
  ...points.filter((point) => !named.includes(point)).map((point) => `${point} is left out`),
  ...named.filter((point, at) => named.indexOf(point) !== at).map((point) => `${point} stands twice`),
  ...named.filter((point) => !points.includes(point)).map((point) => `${point} is no point`),
  ...rows
    .filter(({ verdict }) => !verdicts.includes(verdict))
    .map((row) => `${row.points[0]}: ${row.verdict} is no verdict`),
  ...rows
    .filter((row) => row.verdict === 'tested' && !/\.test\.tsx?`/.test(row.text))
    .map((row) => `${row.points[0]} is tested, but names no test`),
];

for (const fault of new Set(faults)) console.error(`${page}: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${points.length} points of ASVS, ${new Set(filesIn(text)).size} files named, all there`);
