import { expect, it } from 'vitest';
import { codeError } from './code-error.ts';

it('takes what can stand in an address', () => {
  expect(['gh-2024', 'AB', '1.a~b+c_d', ' npp '].map(codeError)).toEqual(Array(4).fill(undefined));
});

it('tells an empty code from a wrong one', () => {
  expect(['', '  ', 'A B', '-a', 'é', 'a/b'].map(codeError)).toEqual([
    'required',
    'required',
    ...Array(4).fill('wrongCode'),
  ]);
});
