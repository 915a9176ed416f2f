import { expect, it } from 'vitest';
import { findLink } from './find-link.ts';

it('finds the address of a message, and none in a code', () => {
  expect(findLink('Confirm:\n\nhttps://vote.example/v?t=a-b_c&x=1\n')).toBe(
    'https://vote.example/v?t=a-b_c&x=1',
  );
  expect(findLink('042917 is your code\n\n@vote.example #042917')).toBeNull();
  expect(findLink('javascript:alert(1)')).toBeNull();
});
