import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

/** Attributes that are read out or shown. */
const spoken =
  /^(aria-(label|description|valuetext|roledescription)|title|placeholder|alt|label|description|error)$/;

/** Names, and what is typed in a terminal, are the same in every language. */
const names = ['Comitium', 'comitium verify'];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The literal texts of an expression that may come to be shown: both arms of a choice, the fixed parts of a template. */
const shownBy = (node: unknown): string[] => {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateElement':
      return [JSON.stringify(node['value'])].map((text) => text.replaceAll(/"(raw|cooked)":/g, ''));
    case 'TemplateLiteral':
      return childrenOf(node).flatMap((child) => (child.type === 'TemplateElement' ? shownBy(child) : []));
    case 'ConditionalExpression':
      return [...shownBy(node['consequent']), ...shownBy(node['alternate'])];
    case 'LogicalExpression':
      return [...shownBy(node['left']), ...shownBy(node['right'])];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return shownBy(node['expression']);
    default:
      return [];
  }
};

const nameOf = (attribute: Node): string => {
  const { name } = attribute;
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : '';
};

const literalsOf = (node: Node): string[] => {
  const below = childrenOf(node).flatMap(literalsOf);
  if (node.type === 'JSXText') return [String(node['value']), ...below];
  if (node.type === 'JSXAttribute') {
    return spoken.test(nameOf(node)) ? [...shownBy(node['value']), ...below] : below;
  }
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return below;
  const inner = node['children'];
  const shown = Array.isArray(inner)
    ? inner.filter((child) => child?.type !== 'JSXText').flatMap(shownBy)
    : [];
  return [...shown, ...below];
};

const isText = (literal: string): boolean =>
  /\p{L}{2}/u.test(names.reduce((rest, name) => rest.replaceAll(name, ''), literal));

const untranslatedIn = (file: string, source: string): string[] => {
  const { program } = parseSync(file, source);
  return isNode(program)
    ? literalsOf(program)
        .filter(isText)
        .map((literal) => `${file}: ${literal.trim()}`)
    : [];
};

it('finds texts that stand in a component instead of the files of a language', () => {
  const source = `const A = () => <p title="One word" id="no-text">Two {yes ? 'three' : \`four \${t('five')}\`}</p>;`;
  expect(untranslatedIn('a.tsx', source).map((found) => found.replace('a.tsx: ', ''))).toEqual([
    'three',
    expect.stringContaining('four'),
    'One word',
    'Two',
  ]);
});

it('finds none in the pages', () => {
  const all = Object.entries(sources);
  expect(all.length).toBeGreaterThan(100);
  expect(all.flatMap(([file, source]) => untranslatedIn(file, source))).toEqual([]);
});
