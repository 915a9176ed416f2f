import { expect, test } from 'vitest';
import { orSayWhy } from './or-say-why.ts';

test('a measurement that fails leaves a row with the reason', async () => {
  const rows = await orSayWhy('screens', () => Promise.reject(new Error('no socket opened')));
  expect(rows).toMatchObject([{ bench: 'screens', value: null, met: null, note: 'no socket opened' }]);
});
