import type { Grant, Role } from '@comitium/contract';
import { expect, test } from 'vitest';
import { deskTopicsOf } from './desk-topics-of.ts';

const grant = (role: Role, scope: Grant['scope']): Grant => ({
  ...{ id: 'g', role, scope, scopeName: '', startsAt: '2024-12-07T00:00:00Z', endsAt: null },
});

test.each<[string[], Grant[]]>([
  [['desk:e'], [grant('data_admin', {})]],
  [['desk:e'], [grant('reviewer', { area: 'L-1' }), grant('reviewer', { election: 'e' })]],
  [['desk:e:L-1'], [grant('reviewer', { election: 'id of e', area: 'L-1' }), grant('viewer', {})]],
  [['desk:e:L-2'], [grant('reviewer', { election: 'other' }), grant('reviewer', { area: 'L-2' })]],
  [
    ['desk:e:L-1', 'desk:e:L-2'],
    [
      grant('reviewer', { area: 'L-1' }),
      grant('data_admin', { election: 'e', area: 'L-1' }),
      grant('reviewer', { election: 'e', area: 'L-2' }),
    ],
  ],
  [['desk:e'], []],
])('%s are asked for', (topics, grants) => {
  expect(deskTopicsOf({ code: 'e', id: 'id of e' }, grants)).toEqual(topics);
});

test('of very many areas the first are watched, so that the connection stays', () => {
  const many = Array.from({ length: 70 }, (_, at) => grant('reviewer', { area: `L-${at}` }));
  expect(deskTopicsOf({ code: 'e', id: 'id of e' }, many)).toHaveLength(48);
});
