// npm run rules-without-test: lists the numbered rules of every SPEC.md that no test title beside it cites.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { listSources } from './reading/list-sources.ts';

const readRules = (spec: string): string[] =>
  [...readFileSync(spec, 'utf8').matchAll(/^- \*\*([A-Z]+\d+[a-z]?)\b/gm)].map((match) => match[1] ?? '');

/** A title may cite several rules: 'S01 S02 refuses …' or `${'S01'} …`; what counts is the word in a test or describe. */
const readTitles = (folder: string, tests: readonly string[]): string =>
  tests
    .filter((file) => file.startsWith(`${folder}/`))
    .flatMap((file) => readFileSync(file, 'utf8').match(/\b(it|test|describe)(\.\w+)*\(\s*(['"`]).*/g) ?? [])
    .join('\n');

const tests = listSources(['.test.ts', '.test.tsx']);
let count = 0;
const without: string[] = [];
for (const spec of listSources(['SPEC.md'])) {
  const titles = readTitles(dirname(spec), tests);
  const rules = readRules(spec);
  count += rules.length;
  if (rules.length === 0) without.push(`${spec}: no rule found; a rule begins with "- **X01"`);
  without.push(
    ...rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(titles)).map((rule) => `${spec}: ${rule}`),
  );
}

console.log(`${count} numbered rules, ${without.length} without a test that cites them`);
for (const line of without) console.error(line);
process.exitCode = without.length === 0 ? 0 : 1;
