// Nobody gives what he does not hold: asked of thousands of givers and wishes, at every point that the grant would reach.
import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import { roles } from '@comitium/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccessScope, allows, type Caller, type GrantedRole } from '../../../platform/access/allows.ts';
import { rolePermissions } from '../../../platform/access/permissions.ts';
import { type GrantWish, mayGive } from './grant-rules.ts';

/** Country, two regions, two stations each. */
const parents: Readonly<Record<string, string | null>> = {
  country: null,
  north: 'country',
  south: 'country',
  n1: 'north',
  n2: 'north',
  s1: 'south',
  s2: 'south',
};
const areas = Object.keys(parents) as AreaId[];
const pathOf = (area: string): AreaId[] => {
  const parent = parents[area] ?? null;
  return [area as AreaId, ...(parent === null ? [] : pathOf(parent))];
};
const elections = ['e1', 'e2'] as ElectionId[];
const people = ['giver', 'holder', 'third'] as UserId[];
const at = (hour: number): Date => new Date(Date.UTC(2024, 11, 7, hour));
const now = at(12);
const hour = fc.integer({ min: 6, max: 20 }).map(at);

const period = fc
  .tuple(fc.option(hour), fc.option(hour))
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([startsAt, endsAt]) => ({ startsAt, endsAt }));
const bounds = fc.record({
  role: fc.constantFrom(...roles),
  electionId: fc.option(fc.constantFrom(...elections)),
  areaId: fc.option(fc.constantFrom(...areas)),
});
/** Mostly administrators: others give nothing at all. */
const giversRole = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('election_administrator', 'platform_administrator') },
  { weight: 1, arbitrary: fc.constantFrom(...roles) },
);
const held: fc.Arbitrary<GrantedRole> = fc
  .tuple(bounds, giversRole, period, fc.integer({ min: 0, max: 4 }))
  .map(([bound, role, times, own]) => ({
    ...bound,
    role,
    ...times,
    ownerId: own === 0 ? ('giver' as UserId) : null,
  }));
const wished: fc.Arbitrary<GrantWish> = fc
  .tuple(bounds, period, fc.boolean())
  .map(([{ role, electionId, areaId }, { startsAt, endsAt }, own]) => ({
    role,
    scope: { electionId, areaId, areaPath: areaId === null ? [] : pathOf(areaId), own },
    startsAt: startsAt === null || startsAt < now ? now : startsAt,
    endsAt,
    holderId: 'holder',
  }));

const callerWith = (id: string, grants: readonly GrantedRole[]): Caller => ({
  kind: 'person',
  id: id as UserId,
  name: id,
  grants,
  expiresAt: at(24),
  sessionId: null,
});

/** Every kind of place there is, of everybody's things. */
const points: AccessScope[] = [undefined, ...elections].flatMap((electionId) =>
  [undefined, ...areas].flatMap((area) =>
    [null, ...people].map((ownerId) => ({
      ownerId,
      ...(electionId === undefined ? {} : { electionId }),
      ...(area === undefined ? {} : { areaPath: pathOf(area) }),
    })),
  ),
);
const moments = Array.from({ length: 18 }, (_, index) => at(5 + index));

const asGiven = ({ role, scope, startsAt, endsAt }: GrantWish): GrantedRole => ({
  role,
  electionId: scope.electionId,
  areaId: scope.areaId,
  ownerId: scope.own ? ('holder' as UserId) : null,
  startsAt,
  endsAt,
});

test('whatever a new grant would allow, anywhere and at any time, its giver is allowed then and there', () => {
  let given = 0;
  fc.assert(
    fc.property(fc.array(held, { minLength: 1, maxLength: 3 }), wished, (grants, wish) => {
      const giver = callerWith('giver', grants);
      if (!mayGive(giver, wish, now).ok) return;
      given++;
      const holder = callerWith('holder', [asGiven(wish)]);
      for (const permission of rolePermissions[wish.role]) {
        for (const point of points) {
          for (const moment of moments) {
            if (!allows(holder, permission, point, moment) || allows(giver, permission, point, moment))
              continue;
            throw new Error(`${permission} at ${JSON.stringify(point)}, ${moment.toISOString()}`);
          }
        }
      }
    }),
    { numRuns: 3_000, seed: 20_241_207 },
  );
  // A rule that refuses everything would pass too.
  expect(given).toBeGreaterThan(100);
});
