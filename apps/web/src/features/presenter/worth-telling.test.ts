import type { Movement } from '@comitium/contract';
import { expect, it } from 'vitest';
import { worthTelling } from './worth-telling.ts';

const movement = (kind: Movement['kind'], name: string): Movement => ({
  area: name,
  name,
  kind,
  at: '2024-12-07T21:00:00Z',
});

it('keeps changes of lead in sight where many sheets are corrected', () => {
  const corrected = Array.from({ length: 9 }, (_, index) => movement('correction', `c${index}`));
  const told = worthTelling([...corrected, movement('lead_change', 'Volta'), movement('called', 'Oti')]);
  expect(told.map(({ name }) => name)).toEqual(['c0', 'c1', 'Volta', 'Oti']);
});

it('is not longer than a screen', () => {
  expect(worthTelling(Array.from({ length: 20 }, () => movement('swing', 'x')))).toHaveLength(8);
});
