import { expect, it } from 'vitest';
import { keyFor } from './key-for.ts';
import { queuedSheet } from './sheet-fixture.ts';

const sheet = queuedSheet();

it('keeps the key of a sheet that did not change', () => {
  expect(keyFor(sheet, { body: { ...sheet.body }, photoId: null })).toBe('key-1');
});

it('makes a key of its own for other figures, another photograph and a first sheet', () => {
  const keys = [
    keyFor(sheet, { body: { ...sheet.body, cast: 212 }, photoId: null }),
    keyFor(sheet, { body: sheet.body, photoId: 'p2' }),
    keyFor(null, { body: sheet.body, photoId: null }),
  ];
  expect(new Set([...keys, 'key-1']).size).toBe(4);
  for (const key of keys)
    expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
