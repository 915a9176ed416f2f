import { expect, test } from 'vitest';
import { smsSegments } from './sms-segments.ts';

test('one segment holds 160 signs of the GSM alphabet, more take 153 each', () => {
  expect(['a'.repeat(160), 'a'.repeat(161), 'a'.repeat(306), 'a'.repeat(307)].map(smsSegments)).toEqual([
    1, 2, 2, 3,
  ]);
});

test('brackets and the euro count twice', () => {
  expect(['€'.repeat(80), '€'.repeat(81)].map(smsSegments)).toEqual([1, 2]);
});

test('one sign outside the alphabet makes it 70 and 67', () => {
  expect(
    [`ê${'a'.repeat(69)}`, `ê${'a'.repeat(70)}`, 'ა'.repeat(134), 'ა'.repeat(135)].map(smsSegments),
  ).toEqual([1, 2, 2, 3]);
});
