import { expect, test } from 'vitest';
import { codeAt } from '../testing/second-factors.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

const secret = newTotpSecret();
const now = new Date('2026-11-20T12:00:10Z');
const step = Math.floor(now.getTime() / 30_000);
const shifted = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const judge = (code: string, lastStep = 0) => stepOfCode(secret, code, { now, lastStep });

test('the codes of RFC 6238, appendix B, are those of its secret', () => {
  const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = (seconds: number, code: string) =>
    stepOfCode(known, code, { now: new Date(seconds * 1000), lastStep: 0 });
  expect(at(59, '287082')).toBe(1);
  expect(at(1_111_111_109, '081804')).toBe(37_037_036);
  expect(at(2_000_000_000, '279037')).toBe(66_666_666);
});

test('one step to either side is taken, two are not', () => {
  expect([-30, 0, 30].map((by) => judge(codeAt(secret, shifted(by))))).toEqual([step - 1, step, step + 1]);
  expect([-60, 60].map((by) => judge(codeAt(secret, shifted(by))))).toEqual([null, null]);
});

test('a step that was taken is not taken again, nor one before it', () => {
  expect(judge(codeAt(secret, now), step)).toBeNull();
  expect(judge(codeAt(secret, shifted(-30)), step)).toBeNull();
  expect(judge(codeAt(secret, shifted(30)), step)).toBe(step + 1);
});

test('a secret has 160 bits and its address names account and issuer', () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = new URL(totpUri(secret, { issuer: 'Comitium', label: 'esi@example.org' }));
  expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', secret]);
  expect(decodeURIComponent(uri.pathname)).toContain('esi@example.org');
});
