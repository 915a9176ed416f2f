import { expect, it } from 'vitest';
import { grantBodyOf } from './grant-body-of.ts';

it('leaves out what is not filled in', () => {
  const fields = { role: 'reviewer', election: '', area: ' ', endsAt: '' } as const;
  expect(grantBodyOf(fields)).toEqual({ role: 'reviewer', scope: {} });
});

it('names the scope, and the end as an instant', () => {
  const fields = {
    role: 'correspondent',
    election: 'gh-2024',
    area: 'GA01',
    endsAt: '2024-12-09T00:00',
  } as const;
  expect(grantBodyOf(fields)).toEqual({
    role: 'correspondent',
    scope: { election: 'gh-2024', area: 'GA01' },
    endsAt: new Date('2024-12-09T00:00').toISOString(),
  });
});
