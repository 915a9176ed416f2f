// npm run docs: writes what is generated from source into docs and ARCHITECTURE.md; with --check it only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { printAccess } from './docs/print-access.ts';
import { printArchitecture } from './docs/print-architecture.ts';
import { printConfiguration } from './docs/print-configuration.ts';
import { printErrors } from './docs/print-errors.ts';
import { printEvents } from './docs/print-events.ts';
import { printOpenApi } from './docs/print-openapi.ts';
import { printRoles } from './docs/print-roles.ts';

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'ARCHITECTURE.md': printArchitecture,
  'docs/generated/access.md': printAccess,
  'docs/generated/configuration.md': printConfiguration,
  'docs/generated/errors.md': printErrors,
  'docs/generated/events.md': printEvents,
  'docs/generated/openapi.json': printOpenApi,
  'docs/generated/roles.md': printRoles,
};

const onlyCheck = process.argv.includes('--check');
let stale = 0;
for (const [path, print] of Object.entries(pages)) {
  const wanted = await print();
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
  if (onlyCheck) {
    stale += 1;
    console.error(`${path} is not what the source says: run npm run docs and commit it`);
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
  console.log(`${path} written`);
}
if (stale > 0) process.exitCode = 1;
else console.log(`${Object.keys(pages).length} pages are as the source says`);
