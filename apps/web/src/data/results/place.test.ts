import type { Election, Race } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

const race = (code: string, districtLevel: number): Race => ({
  id: code,
  code,
  name: code,
  seatMethod: 'plurality',
  threshold: 0,
  blankVotes: false,
  contests: 1,
  seats: 1,
  districtLevel,
});

const election: Election = {
  id: '1',
  code: 'gh-2024',
  name: 'Ghana 2024',
  kind: 'general',
  pollingDate: '2024-12-07',
  pollsCloseAt: null,
  state: 'counting',
  basis: 'provisional',
  register: 'gh',
  levels: ['country', 'region', 'constituency', 'station'],
  previous: null,
  follows: null,
  simulated: true,
  settings: {},
  races: [race('pres', 0), race('parl', 2)],
  shortNames: {},
  version: 1,
};

const shapes = (level: string | null | undefined) => level === 'region';

describe('placeOf', () => {
  it('shows the whole country and the first race when nothing else is asked for', () => {
    expect(placeOf(election, {}, shapes)).toMatchObject({ race: 'pres', area: null, cells: null });
    expect(placeOf(election, { race: 'gone' }, shapes)?.race).toBe('pres');
    expect(placeOf({ ...election, races: [] }, {}, shapes)).toBeNull();
  });

  it('takes an area only with its level, and the top of the tree as the whole country', () => {
    expect(placeOf(election, { area: '04', level: 'region' }, shapes)?.area).toEqual({
      level: 'region',
      code: '04',
    });
    expect(placeOf(election, { area: '04' }, shapes)?.area).toBeNull();
    expect(placeOf(election, { area: 'GH', level: 'country' }, shapes)?.area).toBeNull();
  });

  it('draws a districted race as one hexagon for each district, where asked or where there is no map', () => {
    expect(placeOf(election, { race: 'parl', view: 'hex' }, shapes)?.cells).toBe('constituency');
    expect(placeOf(election, { race: 'parl' }, () => false)?.cells).toBe('constituency');
    expect(placeOf(election, { race: 'parl' }, shapes)?.cells).toBeNull();
    expect(placeOf(election, { race: 'parl', view: 'districts' }, shapes)?.cells).toBeNull();
    expect(placeOf(election, { race: 'parl', view: 'districts' }, () => true)?.cells).toBe('constituency');
    expect(placeOf(election, { race: 'pres', view: 'hex' }, shapes)?.cells).toBeNull();
    expect(
      placeOf(election, { race: 'parl', view: 'hex', area: '04', level: 'region' }, shapes)?.cells,
    ).toBeNull();
  });

  it('draws one contest for the whole country by the districts of another race, where there is no map', () => {
    const none = () => false;
    expect(placeOf(election, { race: 'pres' }, none)?.cells).toBe('constituency');
    expect(placeOf(election, { race: 'pres' }, shapes)?.cells).toBeNull();
    expect(placeOf(election, { race: 'pres', area: '04', level: 'region' }, none)?.cells).toBeNull();
    const alone = { ...election, races: [race('pres', 0)] };
    expect(placeOf(alone, { race: 'pres' }, none)?.cells).toBeNull();
    const tooMany = { ...election, races: [race('pres', 0), { ...race('parl', 2), contests: 701 }] };
    expect(placeOf(tooMany, { race: 'pres' }, none)?.cells).toBeNull();
  });

  it('goes back to the level below the country where the address says so', () => {
    expect(placeOf(election, { race: 'pres', view: 'regions' }, () => false)?.cells).toBeNull();
    expect(placeOf(election, { race: 'parl', view: 'regions' }, () => false)?.cells).toBeNull();
  });
});
