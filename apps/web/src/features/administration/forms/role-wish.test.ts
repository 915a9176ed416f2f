import { expect, it } from 'vitest';
import { freshFields, problemsOf, roleWish } from './role-wish.ts';

it('leaves out what is not filled in', () => {
  expect(roleWish({ ...freshFields, reason: ' for the night ' })).toEqual({
    role: 'correspondent',
    scope: {},
    reason: 'for the night',
  });
});

it('names the scope, and times as instants', () => {
  const fields = {
    role: 'data_admin',
    election: 'gh-2024',
    area: ' GA01 ',
    own: true,
    startsAt: '2024-12-07T08:00',
    endsAt: '2024-12-09T00:00',
    reason: 'desk',
  } as const;
  expect(roleWish(fields)).toEqual({
    role: 'data_admin',
    scope: { election: 'gh-2024', area: 'GA01', own: true },
    startsAt: new Date('2024-12-07T08:00').toISOString(),
    endsAt: new Date('2024-12-09T00:00').toISOString(),
    reason: 'desk',
  });
});

it('a platform administrator has no bounds, whatever stands in fields that are hidden', () => {
  const fields = { ...freshFields, role: 'platform_administrator', election: 'gh-2024', own: true } as const;
  expect(roleWish(fields).scope).toEqual({});
});

it('says what is wrong beside the field', () => {
  expect(problemsOf({ ...freshFields, reason: 'why not' })).toEqual({});
  const wrong = {
    ...freshFields,
    area: 'GA01',
    startsAt: '2024-12-09T00:00',
    endsAt: '2024-12-09T00:00',
    reason: ' a ',
  };
  expect(problemsOf(wrong)).toEqual({
    area: 'areaNeedsElection',
    endsAt: 'endsFirst',
    reason: 'reasonMissing',
  });
});
