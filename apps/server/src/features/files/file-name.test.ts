import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a name is decoded and gets the extension of its content', () => {
  expect(fileName('feuille%20no%C2%A01.PNG', 'image/jpeg')).toBe('feuille no\u00a01.jpg');
  expect(fileName('sheet', 'application/pdf')).toBe('sheet.pdf');
  expect(fileName('100%.png', 'image/png')).toBe('100%.png');
});

test('folders, control and direction characters are left out, and no name is a name', () => {
  expect(fileName('..%2F..%2Fetc%2Fpasswd', 'image/png')).toBe('passwd.png');
  expect(fileName('C:\\temp\\a.jpg', 'image/jpeg')).toBe('a.jpg');
  expect(fileName('a%0D%0ASet-Cookie:x%00.png', 'image/png')).toBe('aSet-Cookie:x.png');
  expect(fileName('gpj.%E2%80%AEexe', 'image/jpeg')).toBe('gpj.jpg');
  for (const nothing of [undefined, '', '...', '/', '.htaccess']) {
    expect(fileName(nothing, 'image/webp')).toBe('attachment.webp');
  }
  expect([...fileName('é'.repeat(500), 'image/webp')]).toHaveLength(125);
});
