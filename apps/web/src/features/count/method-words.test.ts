import { countingMethods, type OptionDescription } from '@comitium/tally/methods';
import { expect, test } from 'vitest';
import { languageNames } from '../../i18n/language.ts';
import { methodKey, optionKeys } from './method-words.ts';

const files = import.meta.glob<Record<string, unknown>>('../../i18n/*/count.json', {
  import: 'default',
  eager: true,
});

const flatten = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
    : [path];

const keysOf = (language: string): ReadonlySet<string> =>
  new Set(flatten(files[`../../i18n/${language}/count.json`], ''));

const valuesOf = (option: OptionDescription): readonly string[] =>
  option.kind === 'one-of' ? option.values : [];

/** Each word that the form shows, as the keys under which it may stand, the one that counts first. */
const wanted: readonly (readonly string[])[] = countingMethods.flatMap(({ name, options }) => [
  [methodKey(name)],
  ...Object.entries(options).flatMap(([option, described]) => [
    optionKeys(name, option, 'name'),
    optionKeys(name, option, 'about'),
    ...valuesOf(described).map((value) => optionKeys(name, option, `values.${value}`)),
  ]),
]);

test.each(Object.keys(languageNames))('every method and option has words in %s', (language) => {
  const known = keysOf(language);
  const missing = wanted.filter((keys) => !keys.some((key) => known.has(key))).map((keys) => keys.at(-1));
  expect([...new Set(missing)], `write these in apps/web/src/i18n/${language}/count.json`).toEqual([]);
});

test('no words are kept for methods and options that there are not', () => {
  const used = new Set(wanted.flat());
  const words = [...keysOf('en')].filter((key) => /^(methodName|option|optionOf)\./.test(key));
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((key) => !used.has(key))).toEqual([]);
});
