import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyRing, keyIdOf, SealedValueError } from './key-ring.ts';

const first = { id: 'first', key: randomBytes(32) };
const second = { id: 'second', key: randomBytes(32) };
const ring = createKeyRing([first]);

test('what was sealed opens again, is never the same twice and shows nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sealed = ring.seal('phone', text);
      expect(ring.open('phone', sealed)).toBe(text);
      expect(ring.seal('phone', text)).not.toBe(sealed);
      expect(sealed).toMatch(/^first\.[\w-]{16}\.[\w-]{22,}$/);
    }),
  );
});

test('a changed byte, another purpose or another key is refused', () => {
  const sealed = ring.seal('phone', '+995599123456');
  const [id, iv, rest = ''] = sealed.split('.');
  const bytes = Buffer.from(rest, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => ring.open('phone', `${id}.${iv}.${changed.toString('base64url')}`)).toThrow(
      SealedValueError,
    );
  }
  expect(() => ring.open('email', sealed)).toThrow(SealedValueError);
  expect(() => createKeyRing([{ ...first, key: second.key }]).open('phone', sealed)).toThrow(
    SealedValueError,
  );
  expect(() => createKeyRing([second]).open('phone', sealed)).toThrow(/needs the data key first/);
  expect(() => ring.open('phone', 'nonsense')).toThrow(SealedValueError);
});

test('no error holds the value', () => {
  const sealed = ring.seal('phone', '+995599123456');
  expect(() => ring.open('email', sealed)).toThrow(/^(?!.*599)/);
});

test('a mac is equal for equal values of one purpose only', () => {
  expect(ring.mac('phone', '+1').equals(ring.mac('phone', '+1'))).toBe(true);
  expect(ring.mac('phone', '+1').equals(ring.mac('email', '+1'))).toBe(false);
  expect(ring.mac('phone', '+1').equals(ring.mac('phone', '+2'))).toBe(false);
  expect(ring.mac('phone', '+1')).toHaveLength(32);
});

test('while keys change, old values open, new ones use the new key, and look-ups know both', () => {
  const both = createKeyRing([second, first]);
  expect(both.open('phone', ring.seal('phone', 'x'))).toBe('x');
  expect(keyIdOf(both.seal('phone', 'x'))).toBe('second');
  expect(both.macs('phone', 'x')).toEqual([both.mac('phone', 'x'), ring.mac('phone', 'x')]);
  expect([both.currentKeyId, both.keyIds]).toEqual(['second', ['second', 'first']]);
});
