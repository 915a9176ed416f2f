import { expect, test } from 'vitest';
import { maskIdentity, readEmail, readPhone } from './identity.ts';

const phoneOf = (text: string, home = ''): string => {
  const read = readPhone(text, home);
  return read.ok ? read.value.value : read.error;
};
const emailOf = (text: string): string => {
  const read = readEmail(text);
  return read.ok ? read.value.value : read.error;
};

test('a phone number is the same however it is written', () => {
  for (const text of ['+995599123456', ' +995 599 12-34-56 ', '+995 (599) 123456']) {
    expect(phoneOf(text)).toBe('+995599123456');
  }
  expect(phoneOf('599 12 34 56', 'GE')).toBe('+995599123456');
  const phone = readPhone('+995 599 12 34 56', '');
  expect(phone.ok && phone.value).toMatchObject({ prefix: '995', country: 'GE' });
});

test('what is no number, no whole number or a costly one is refused', () => {
  const none = 'This is not a phone number; begin with + and the country.';
  for (const text of [
    '',
    '599123456',
    '+995',
    '+99559912345678901',
    'call +995599123456 now',
    '+995599123456;ext=7',
  ]) {
    expect([text, phoneOf(text)]).toEqual([text, none]);
  }
  expect(phoneOf('+44 909 879 0000')).toBe('Messages are not sent to numbers of this kind.');
});

test('an address is the same in any case and script', () => {
  expect(emailOf(' Ama.Mensah@Example.ORG ')).toBe('ama.mensah@example.org');
  expect(emailOf('Nino@Bücher.example')).toBe('nino@xn--bcher-kva.example');
});

test('what could be more than one address is refused', () => {
  const hostile = [
    'a@b\r\nBcc: c@d',
    'a@b,c@d',
    '<a@b>',
    'a b@c',
    'a@',
    '@b',
    'a@b@c',
    'a\u0000@b',
    `${'a'.repeat(65)}@b`,
  ];
  for (const text of hostile) expect([text, emailOf(text)]).toEqual([text, 'This is not an e-mail address.']);
});

test('a mask shows the country, the first digit and the last two, or the first letter and the domain', () => {
  expect(maskIdentity({ kind: 'phone', value: '+995599123412' })).toBe('+995 5•• ••• 12');
  expect(maskIdentity({ kind: 'phone', value: '+12025550123' })).toBe('+1 2•• ••• 23');
  expect(maskIdentity({ kind: 'email', value: 'ama@example.org' })).toBe('a•••@example.org');
});
