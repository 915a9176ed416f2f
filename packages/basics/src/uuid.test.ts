import { expect, test } from 'vitest';
import { isUuid, uuidv7 } from './uuid.ts';

test('a UUIDv7 carries its time, its version and its variant', () => {
  const id = uuidv7(Date.UTC(2024, 11, 7));
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2024, 11, 7));
  expect(id[14]).toBe('7');
  expect('89ab').toContain(id[19]);
  expect(isUuid(id)).toBe(true);
});

test('ids of one millisecond differ, and later ids sort later', () => {
  const ids = new Set(Array.from({ length: 2000 }, () => uuidv7(1)));
  expect(ids.size).toBe(2000);
  expect(uuidv7(1000) < uuidv7(2000)).toBe(true);
});

test('what is not a UUID is told apart', () => {
  expect(isUuid('GH-A0101')).toBe(false);
  expect(isUuid('')).toBe(false);
});
