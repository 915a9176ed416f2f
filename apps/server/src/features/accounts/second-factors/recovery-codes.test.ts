import { expect, test } from 'vitest';
import { drawRecoveryCode, normaliseRecoveryCode } from './recovery-codes.ts';

test('a code has 80 random bits in four groups, without letters that look alike', () => {
  const codes = Array.from({ length: 200 }, drawRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
});

test('how it is typed does not matter', () => {
  expect(normaliseRecoveryCode(' 0O1I-lABC 2345-6789')).toBe('00111abc23456789');
});
