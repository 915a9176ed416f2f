import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { checkDataKeys } from './check-data-keys.ts';
import { createKeyRing } from './key-ring.ts';

const db = await createTestDatabase();
const first = { id: 'first', key: randomBytes(32) };
const second = { id: 'second', key: randomBytes(32) };
const verdict = async (...keys: { id: string; key: Buffer }[]): Promise<string> => {
  const checked = await checkDataKeys(db, createKeyRing(keys));
  return checked.ok ? 'accepted' : checked.error;
};

test('a database opens with the keys it was written with, and with no others', async () => {
  expect(await verdict(first)).toBe('accepted');
  expect(await verdict(first)).toBe('accepted');
  expect(await verdict({ id: 'first', key: randomBytes(32) })).toMatch(/^The key first is not the one/);
  expect(await verdict(first, second)).toBe('accepted');
  expect(await verdict(second, first)).toBe('accepted');
  expect(await verdict(second)).toMatch(/encrypted with the key first, which is not given/);
});
