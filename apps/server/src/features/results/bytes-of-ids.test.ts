import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bytesOfIds } from './bytes-of-ids.ts';

test('ids as bytes are what their digits say', () => {
  const ids = ['00112233-4455-6677-8899-aabbccddeeff', ...Array.from({ length: 50 }, () => randomUUID())];
  const digits = ids.map((id) => id.replaceAll('-', '')).join('');
  expect(Buffer.from(bytesOfIds(ids)).toString('hex')).toBe(digits);
  expect(bytesOfIds([])).toHaveLength(0);
});
