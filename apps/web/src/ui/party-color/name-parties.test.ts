import { expect, it } from 'vitest';
import { nameParties } from './name-parties.ts';

const scene = { scheme: 'light', shortNames: { 'EH-BILDU': 'EH Bildu' }, order: [], ahead: [] } as const;
const bildu = { code: 'L7', name: 'Euskal Herria Bildu', party: 'EH-BILDU', color: '#b5cf18' };

it('prints the short name of a party and not its code', () => {
  const parties = nameParties([bildu], scene);
  expect(parties.get('L7')).toMatchObject({ shortName: 'EH Bildu', partyName: 'EH Bildu' });
  expect(parties.get('EH-BILDU')).toMatchObject({ name: 'EH Bildu', shortName: 'EH Bildu', partyName: null });
});

it('says no party twice, and calls somebody without one by the last name', () => {
  const own = { code: 'vox', name: 'VOX', party: 'VOX', color: '#63be21' };
  const alone = { code: 'a', name: 'Alan Kyerematen', party: null, color: '#c0a000' };
  const parties = nameParties([own, alone], scene);
  expect(parties.get('vox')?.partyName).toBeNull();
  expect(parties.get('a')).toMatchObject({ shortName: 'Kyerematen', partyName: null });
});

it('gives the pattern to the smaller of two colours that are taken for one another', () => {
  const lines = [
    { code: 'b', name: 'B', party: 'B', color: '#e30613' },
    { code: 'a', name: 'A', party: 'A', color: '#e30715' },
  ];
  const parties = nameParties(lines, { ...scene, order: ['b', 'a'], ahead: ['a', 'b'] });
  expect([parties.get('b')?.patterned, parties.get('a')?.patterned]).toEqual([false, true]);
});
