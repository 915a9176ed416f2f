import type { Grant, Role } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import { landingOf } from './landing-of.ts';

const grant = (role: Role, election?: string): Grant => ({
  id: role,
  role,
  scope: election === undefined ? {} : { election },
  scopeName: '',
  startsAt: '2024-01-01T00:00:00Z',
  endsAt: null,
});
const landing = (...grants: Grant[]) => landingOf({ grants }, undefined);

describe('landingOf', () => {
  it('leads each role to its work', () => {
    expect(landing(grant('correspondent', 'gh-2024'))).toBe('/elections/gh-2024/send');
    expect(landing(grant('reviewer', 'gh-2024'))).toBe('/elections/gh-2024/desk');
    expect(landing(grant('presenter', 'gh-2024'))).toBe('/elections/gh-2024/presenter');
    expect(landing(grant('platform_administrator'))).toBe('/set-up');
    expect(landing(grant('data_admin'))).toBe('/desk');
    expect(landing(grant('viewer'))).toBe('/');
    expect(landing()).toBe('/');
    expect(landingOf({ grants: [], name: 'Ama' }, undefined)).toBe('/');
    expect(landingOf({ grants: [], name: '' }, undefined)).toBe('/account');
  });

  it('lets a person choose where the role holds in several elections', () => {
    expect(landing(grant('correspondent', 'a'), grant('correspondent', 'b'))).toBe('/send');
    expect(landing(grant('correspondent', 'a'), grant('correspondent', 'a'))).toBe('/elections/a/send');
  });

  it('goes back to where the person came from, but never to another site', () => {
    expect(landingOf({ grants: [] }, '/elections/a/desk?tab=held')).toBe('/elections/a/desk?tab=held');
    for (const address of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in']) {
      expect(landingOf({ grants: [] }, address)).toBe('/');
    }
  });
});
