import { expect, test } from 'vitest';
import { refuseVersion } from './server-version.ts';

test('PostgreSQL 15 and later are taken', () => {
  for (const number of [150_000, 150_018, 160_009, 180_001, 190_000])
    expect(refuseVersion(number)).toBe(null);
});

test('an older one is refused with a sentence that names both versions', () => {
  expect(refuseVersion(140_019)).toBe(
    'The database in DATABASE_URL runs on PostgreSQL 14, and Comitium needs 15 or later.',
  );
  // Before 10 the second figure was part of the major version.
  expect(refuseVersion(90_624)).toContain('PostgreSQL 9,');
});
