import { expect, test } from 'vitest';
import { isBidiClosed } from './bidi-closed.ts';

test.each([
  ['Kofi', true],
  ['كوفي \u200f(NDC)\u200e', true],
  ['\u202eright to left\u202c after', true],
  ['\u2067one \u202btwo\u202c\u2069', true],
  ['\u202eevil', false],
  ['\u2066evil', false],
  ['evil\u202c', false],
  ['evil\u2069', false],
  ['\u2067one \u202etwo\u2069\u202c', false],
])('%j is closed: %s', (text, closed) => {
  expect(isBidiClosed(text)).toBe(closed);
});
