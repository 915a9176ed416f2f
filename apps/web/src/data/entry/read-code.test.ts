import { expect, it } from 'vitest';
import { readCode } from './read-code.ts';

it('takes a code as it was pasted: alone, parted, or within its message', () => {
  expect(readCode('042917')).toBe('042917');
  expect(readCode(' 042 917 ')).toBe('042917');
  expect(readCode('042-917')).toBe('042917');
  expect(readCode('042917 is your code. It is good for 5 minutes.')).toBe('042917');
  expect(readCode('Within 5 minutes: 042917')).toBe('042917');
});

it('reads the digits of other scripts, and leaves out what is none', () => {
  expect(readCode('٠٤٢٩١٧')).toBe('042917');
  expect(readCode('۰۴۲۹۱۷')).toBe('042917');
  expect(readCode('04x')).toBe('04');
  expect(readCode('1234567890')).toBe('123456');
  expect(readCode('')).toBe('');
});
