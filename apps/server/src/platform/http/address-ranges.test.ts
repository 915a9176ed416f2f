import { expect, test } from 'vitest';
import { inRanges } from './address-ranges.ts';

test.each([
  ['10.1.2.3', true],
  ['10.2.0.1', false],
  ['::ffff:10.1.255.255', true],
  ['192.0.2.7', true],
  ['192.0.2.8', false],
  ['2001:db8::5', true],
  ['2001:db9::5', false],
  ['', false],
])('%s lies in the ranges: %s', (address, expected) => {
  expect(inRanges(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'])(address)).toBe(expected);
});

test('no ranges contain no address', () => {
  expect(inRanges([])('127.0.0.1')).toBe(false);
});
