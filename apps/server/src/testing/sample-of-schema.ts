interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | readonly Schema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const texts = [
  'x',
  'sample',
  'a long enough phrase',
  'sample@example.org',
  '#336699',
  '2024-12-07',
  '0',
  'x'.repeat(22),
  'x'.repeat(87),
  '000000',
];

/** The smallest value that a schema takes; `known` gives the members of certain names, wherever they stand. */
export const sampleOfSchema = (schema: unknown, known: Readonly<Record<string, unknown>> = {}): unknown => {
  const at = schema as Schema;
  if (at.const !== undefined) return at.const;
  if (at.enum !== undefined) return at.enum[0];
  if (at.anyOf !== undefined) return sampleOfSchema(at.anyOf[0], known);
  switch (at.type) {
    case 'object':
      return sampleOfObject(at, known);
    case 'array':
      return sampleOfArray(at, known);
    case 'string':
      return sampleOfText(at);
    case 'integer':
    case 'number':
      return at.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
};

const sampleOfObject = (at: Schema, known: Readonly<Record<string, unknown>>) => {
  const { properties = {}, required = [], minProperties = 0 } = at;
  const members = required.map((name) => [name, known[name] ?? sampleOfSchema(properties[name], known)]);
  const others = Object.values(at.patternProperties ?? {})[0] ?? at.additionalProperties;
  while (members.length < minProperties) members.push([`x${members.length}`, sampleOfSchema(others, known)]);
  return Object.fromEntries(members) as Record<string, unknown>;
};

const sampleOfArray = ({ items, minItems = 0 }: Schema, known: Readonly<Record<string, unknown>>) =>
  Array.from({ length: minItems }, (_, index) =>
    sampleOfSchema(Array.isArray(items) ? items[index] : items, known),
  );

const sampleOfText = ({ format, pattern, minLength = 0 }: Schema): string => {
  if (format === 'date-time') return '2030-12-07T18:00:00Z';
  if (format === 'date') return '2024-12-07';
  const fits = (text: string): boolean =>
    text.length >= minLength && (pattern === undefined || new RegExp(pattern).test(text));
  const found = texts.find(fits);
  if (found === undefined) throw new Error(`no sample fits ${pattern ?? `${minLength} characters`}`);
  return found;
};
