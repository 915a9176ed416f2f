import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFlaw } from './find-json-flaw.ts';

test.each([
  ['{"a":1,"a":2}', '/a', 'repeated_member'],
  ['{"votes" : {"x":1, "\\u0078" :2}}', '/votes/x', 'repeated_member'],
  ['[{"a":1},{"b":[1,{"c":0,"c":0}]}]', '/1/b/1/c', 'repeated_member'],
  ['{"__proto__":1}', '/__proto__', 'name_refused'],
  ['{"a":["x","\\u0000"]}', '/a/1', 'character_refused'],
  ['{"a\\"b":"\\ud800"}', '/a"b', 'character_refused'],
  ['{"a/b":{"~":1,"~":1}}', '/a~1b/~0', 'repeated_member'],
  [`${'['.repeat(65)}${']'.repeat(65)}`, '/0'.repeat(64), 'too_deep'],
])('%s', (text, path, code) => {
  expect(findJsonFlaw(text)).toMatchObject({ path, code });
});

test.each([
  '{"a":{"x":1},"b":{"x":1}}',
  '["a","a"]',
  '{"a":"a"}',
  '"\\ud83d\\ude00"',
  '{"a":"b\\\\","c":1}',
  '7',
])('%s is sound', (text) => expect(findJsonFlaw(text)).toBeNull());

test('nothing that JSON.stringify writes of sound texts is refused', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((value) => value !== '__proto__' && !value.includes('\0'));
  const json = fc.jsonValue({ stringUnit: 'grapheme' });
  fc.assert(
    fc.property(text, json, (name, value) => {
      const sent = JSON.stringify({ [name]: value }, null, 1);
      fc.pre(!sent.includes('\\u0000') && !sent.includes('__proto__'));
      expect(findJsonFlaw(sent)).toBeNull();
    }),
  );
});
