import { expect, it } from 'vitest';
import { describeChange } from './describe-change.ts';

it('names what differs by its path', () => {
  const before = { status: 'held', figures: { votes: [1, 2], rejected: 3 }, note: 'x' };
  const after = { status: 'accepted', figures: { votes: [1, 5], rejected: 3 }, reason: 'read again' };
  expect(describeChange(before, after)).toEqual([
    { path: 'status', before: 'held', after: 'accepted' },
    { path: 'figures.votes', before: '[1,2]', after: '[1,5]' },
    { path: 'reason', before: null, after: 'read again' },
    { path: 'note', before: 'x', after: null },
  ]);
});

it('shows all of what was not there before', () => {
  expect(describeChange(null, { role: 'viewer', election: null })).toEqual([
    { path: 'role', before: null, after: 'viewer' },
    { path: 'election', before: null, after: 'null' },
  ]);
  expect(describeChange(null, {})).toEqual([]);
});
