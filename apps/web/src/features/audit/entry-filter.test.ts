import { expect, it } from 'vitest';
import { instantOf, localOf, readFilter } from './entry-filter.ts';

it('takes from the address what the server knows', () => {
  const search = { person: ' p1 ', thing: '', kind: 'event', view: 'x', action: 7 };
  expect(readFilter(search)).toEqual({ person: 'p1', kind: 'event' });
});

it('shows an instant in local time and reads it back', () => {
  const instant = '2026-11-20T14:05:00.000Z';
  expect(instantOf(localOf(instant))).toBe(instant);
  expect(instantOf('soon')).toBe('');
  expect(localOf('soon')).toBe('');
});
