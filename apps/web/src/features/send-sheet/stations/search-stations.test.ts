import { expect, it } from 'vitest';
import type { MyStation } from '../station-state.ts';
import { searchStations } from './search-stations.ts';

const station = (code: string, name: string, ...path: string[]): MyStation => ({
  station: { id: code, code, name, path },
  registered: 0,
  contests: [],
});
const list = [station('A01', 'École Primaire', 'Ho'), station('B07', 'Methodist Church', 'Tamale')];
const found = (q: string) => searchStations(list, q).map(({ station: { code } }) => code);

it('finds by name, code and place, in any order of words', () => {
  expect(found('church')).toEqual(['B07']);
  expect(found('b07')).toEqual(['B07']);
  expect(found('tamale method')).toEqual(['B07']);
  expect(found('ho primaire')).toEqual(['A01']);
});

it('does not mind accents, and finds all for nothing', () => {
  expect(found('ecole')).toEqual(['A01']);
  expect(found('  ')).toEqual(['A01', 'B07']);
  expect(found('nowhere')).toEqual([]);
});
