import { expect, test } from 'vitest';
import { csvField } from './csv-field.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hello"', '"say ""hello"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['-5', "'-5"],
  ['  @cmd', "'  @cmd"],
  ['\u200e\u202e=HYPERLINK("x")', '"\'\u200e\u202e=HYPERLINK(""x"")"'],
  ['\uff1d1', "'\uff1d1"],
  ['\t=1', "'\t=1"],
  ['a=1', 'a=1'],
])('%j becomes %j', (value, field) => {
  expect(csvField(value)).toBe(field);
});
