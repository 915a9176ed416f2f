import { readFileSync } from 'node:fs';
import { declaredEvents } from '../../apps/server/src/declared-events.ts';
import { listSources } from '../reading/list-sources.ts';
import { page, table } from './markdown.ts';

type Schema = object;

/** What a schema may say of itself. */
interface Words {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

const wordsOf = (schema: Schema): Words => schema;
const isNull = (schema: Schema): boolean => wordsOf(schema).type === 'null';

const formOf = (schema: Schema): string => {
  const { type, enum: values, anyOf, items, patternProperties } = wordsOf(schema);
  if (values !== undefined) return values.map((value) => `“${value}”`).join(', ');
  if (anyOf !== undefined) return anyOf.map((one) => (isNull(one) ? 'null' : formOf(one))).join(' or ');
  if (items !== undefined) return `list of ${formOf(items)}`;
  const [value] = Object.values(patternProperties ?? {});
  return value === undefined ? (type ?? 'any') : `object, name → ${formOf(value)}`;
};

/** What stands in the schema itself, or in what it is beside null. */
const inner = (schema: Schema): Words =>
  wordsOf(wordsOf(schema).anyOf?.find((one) => !isNull(one)) ?? schema);

const rowsOf = (schema: Words, path: string): string[][] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const words = inner(member);
    const optional = schema.required?.includes(name) ? '' : ', may be missing';
    const unit = words.unit ?? words.format ?? '';
    const row = [`\`${path}${name}\``, `${formOf(member)}${optional}`, unit, words.description ?? ''];
    return [row, ...rowsOf(words, `${path}${name}.`)];
  });

/** Readers of the ledger name events too. */
const mayWriteEvents = (file: string): boolean =>
  /^apps\/server\/src\/features\//.test(file) &&
  !/\.test\.ts$|\/testing\/|\/detect-in-events\.ts$|\/follow-access\.ts$/.test(file);

const placesOf = (): ((type: string) => string[]) => {
  const sources = listSources(['.ts'])
    .filter(mayWriteEvents)
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => !text.includes('declareEvents('));
  return (type) => sources.filter(({ text }) => text.includes(`'${type}'`)).map(({ file }) => file);
};

const link = (file: string): string => `[${file.replace('apps/server/src/features/', '')}](../../${file})`;

const intro = `What a row of the ledger may be: its type, the version of its payload's shape, its stream, and the payload, which is closed.
Every event also carries who did it (\`actor\`), for whom (\`on_behalf_of\`), by which session (\`device\`), in which request
(\`request_id\`), why (\`reason\`), and when (\`occurred_at\`). Each shape is declared beside the commands that write it, in the
feature's \`*-events.ts\`; types hold the commands to it, and tests check every event that they append.`;

export const printEvents = (): string => {
  const places = placesOf();
  const chapters = Object.entries(declaredEvents)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, { version, stream, about, payload }]) => {
      const files = places(type);
      if (files.length === 0)
        throw new Error(`no command writes ${type}: take it out of its feature's events`);
      const rows = rowsOf(wordsOf(payload), '');
      const members = rows.length === 0 ? 'No payload.' : table(['member', 'form', 'unit', 'meaning'], rows);
      const head = `${about} Version ${version}, stream \`${stream}\`, named in ${files.sort().map(link).join(', ')}.`;
      return `## \`${type}\`\n\n${head}\n\n${members}`;
    });
  return page('Ledger events', 'the events that features declare', [intro, ...chapters].join('\n\n'));
};
