import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFlaw } from './find-json-flaw.ts';
import { readJson, readJsonBytes } from './read-json.ts';

test('the short way and the long way say the same', () => {
  const name = fc.constantFrom('a', '__proto__', '\0', '\ud800', 'é');
  const member = fc.tuple(name, fc.constantFrom('1', '"x"', '{}', '"\\u0000"'));
  fc.assert(
    fc.property(fc.array(member, { maxLength: 3 }), (members) => {
      const text = `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
      expect(readJson(text).ok).toBe(findJsonFlaw(text) === null);
    }),
  );
});

test('no bytes are no value, and bytes that are no UTF-8 or no JSON are refused', () => {
  expect(readJsonBytes(Buffer.alloc(0))).toEqual({ ok: true, value: undefined });
  expect(readJsonBytes(Buffer.from('"é"', 'latin1')).ok).toBe(false);
  expect(readJsonBytes(Buffer.from('{')).ok).toBe(false);
  expect(readJsonBytes(Buffer.from('{"a":[1]}'))).toEqual({ ok: true, value: { a: [1] } });
});
