import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newDataKey } from './open-key-ring.ts';
import { readDataKeys } from './read-data-keys.ts';

const wordsOf = (text: string): string => {
  const read = readDataKeys(text);
  return read.ok ? 'accepted' : read.error;
};
const weak = (key: Buffer): string => wordsOf(`a:${key.toString('base64')}`);

test('reads keys in their order, by comma or line, base64 or base64url', () => {
  const keys = [randomBytes(32), randomBytes(32)];
  const read = readDataKeys(`new:${keys[0]?.toString('base64')}\nold_1:${keys[1]?.toString('base64url')},\n`);
  expect(read.ok && read.value).toEqual([
    { id: 'new', key: keys[0] },
    { id: 'old_1', key: keys[1] },
  ]);
  expect(wordsOf(newDataKey(new Date('2026-11-20T00:00:00Z')))).toBe('accepted');
});

test('refuses what is no key, told without the key', () => {
  const good = randomBytes(32).toString('base64');
  expect(wordsOf('')).toBe('there is no key in it');
  expect(wordsOf('change-me')).toMatch(/written as id:base64/);
  expect(wordsOf(`bad id!:${good}`)).toMatch(/written as id:base64|32 bytes/);
  expect(wordsOf(`a:${good.slice(4)}`)).toBe('the key a is not 32 bytes in base64');
  expect(wordsOf(`a:${good}*`)).toBe('the key a is not 32 bytes in base64');
  expect(wordsOf(`a:${good},a:${randomBytes(32).toString('base64')}`)).toBe('the key a is there twice');
  expect(wordsOf(`a:${good},b:${good}`)).toBe('the key b is there twice');
});

test('refuses keys that nobody drew at random', () => {
  const message = 'the key a is weak: make one with `comitium keys create`';
  expect(weak(Buffer.alloc(32))).toBe(message);
  expect(weak(Buffer.from('correct horse battery staple 123'))).toBe(message);
  expect(weak(Buffer.from(Array.from({ length: 32 }, (_, at) => at)))).toBe(message);
  expect(weak(Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 8) & 0xff)))).toBe(message);
  const half = randomBytes(8);
  expect(weak(Buffer.concat([half, half, half, half]))).toBe(message);
});

test('accepts what is drawn at random', () => {
  for (let count = 0; count < 2000; count++) expect(weak(randomBytes(32))).toBe('accepted');
});
