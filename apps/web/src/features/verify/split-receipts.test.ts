import { expect, test } from 'vitest';
import { splitReceipts } from './split-receipts.ts';

test('one receipt, a list of them, a hash, and nothing', () => {
  expect(splitReceipts(' {"a":1} ')).toEqual(['{"a":1}']);
  expect(splitReceipts('[{"a":1},{"b":2}]')).toEqual(['{"a":1}', '{"b":2}']);
  expect(splitReceipts(`${'ab'.repeat(32)}\n`)).toEqual(['ab'.repeat(32)]);
  expect(splitReceipts('  ')).toEqual([]);
});
