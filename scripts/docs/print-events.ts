import { readFileSync } from 'node:fs';
import { listSources } from '../reading/list-sources.ts';
import { page, table } from './markdown.ts';

/** An event is named noun.participle; permissions (sheets.correct) and columns of joins (p.id) are not. */
const eventName = /'([a-z_]+\.(?:[a-z]+_)*(?:[a-z]+ed|given|withdrawn|sent))'/g;

/** Queries and stores name columns the same way, and write no events. */
const mayWriteEvents = (file: string): boolean =>
  /^apps\/server\/src\/(features|platform)\//.test(file) &&
  !/\.test\.ts$|\/testing\/|-(queries|store|tables|topic|topics|reports|schema)\.ts$/.test(file);

const places = (): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const file of listSources(['.ts']).filter(mayWriteEvents)) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(eventName)) {
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  return found;
};

const link = (file: string): string => `[${file.replace('apps/server/src/', '')}](../../${file})`;

export const printEvents = (): string => {
  const rows = [...places()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, files]) => [`\`${name}\``, [...files].sort().map(link).join(', ')]);
  return page(
    'Ledger events',
    'the commands of `apps/server/src`',
    `What a row of the ledger may be. Payloads are stated where the event is written.\n\n${table(['event', 'where it is written or read'], rows)}`,
  );
};
