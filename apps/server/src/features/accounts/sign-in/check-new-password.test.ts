import { expect, test } from 'vitest';
import { checkNewPassword } from './check-new-password.ts';

const check = (password: string, email = 'kwame.mensah@example.org'): boolean =>
  checkNewPassword(password, email).ok;

test('a phrase of ten characters or more will do, in any script', () => {
  for (const password of ['three quiet rivers', 'ღრუბლიანი დღე', '十分に長い合言葉です']) {
    expect([password, check(password)]).toEqual([password, true]);
  }
});

test('short ones are refused, counted in characters and not in code units', () => {
  expect(check('ninechars')).toBe(false);
  expect(check('😀🎈🌍🚀🎵')).toBe(false);
});

test('the commonest are refused whatever their case', () => {
  for (const password of [
    'Password123',
    'QWERTYUIOP',
    '1234567890',
    'Letmein123',
    'charlie123',
    'Welcome2024!',
    'p@ssw0rd123',
    'Election2026',
  ]) {
    expect([password, check(password)]).toEqual([password, false]);
  }
});

test('one or two characters again and again are refused', () => {
  expect(check('aaaaaaaaaaaaaaa')).toBe(false);
  expect(check('ababababababab')).toBe(false);
});

test('the own address is refused, also with a number behind it', () => {
  expect(check('Kwame.Mensah@example.org')).toBe(false);
  expect(check('kwame.mensah')).toBe(false);
  expect(check('kwame.mensah2024')).toBe(false);
});

test('the refusal names the field and its code', () => {
  expect(checkNewPassword('short', 'a@b')).toMatchObject({
    ok: false,
    error: { code: 'validation_failed', errors: [{ path: '/password', code: 'password_weak' }] },
  });
});
