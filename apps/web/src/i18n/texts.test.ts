import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const texts = import.meta.glob<Record<string, unknown>>('./en/*.json', { import: 'default', eager: true });

const flatten = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
    : [path];

const known = new Map(
  Object.entries(texts).map(([file, text]) => [
    file.replace(/^.*\/|\.json$/g, ''),
    // i18next picks the plural form itself: `seats_one` and `seats_other` are asked for as `seats`.
    new Set(flatten(text, '').map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
  ]),
);

/** Literal keys of calls such as t('results:seats.won'); keys put together at run time cannot be looked up here. */
const keysIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:t|results)\(\s*'([^']+)'/g)].map(([, key = '']) => key);

const isKnown = (key: string): boolean => {
  const [feature, rest] = key.includes(':') ? key.split(':') : [undefined, key];
  const candidates = feature === undefined ? [...known.values()] : [known.get(feature)];
  return candidates.some((keys) => keys?.has(rest ?? ''));
};

describe('texts', () => {
  it('exist for every key that a page asks for', () => {
    const missing = Object.entries(sources).flatMap(([file, source]) =>
      keysIn(source)
        .filter((key) => !isKnown(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are read from the sources at all', () => {
    expect(Object.values(sources).flatMap(keysIn).length).toBeGreaterThan(50);
  });
});
