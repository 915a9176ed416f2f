import type { ChildArea } from '@comitium/contract';
import { expect, it } from 'vitest';
import { isAreaSort, sortAreas } from './sort-areas.ts';

const area = (name: string, change: Partial<ChildArea>): ChildArea => ({
  id: name,
  code: name,
  name,
  leader: 'npp',
  leaders: ['npp'],
  share: 0.5,
  margin: 0.1,
  call: 'leading',
  turnout: 0.6,
  votes: 10,
  stationsReported: 1,
  stations: 2,
  held: 0,
  ...change,
});

const areas = [
  area('Ashanti', { votes: 900, margin: 0.4, swing: 0.01 }),
  area('Bono', { votes: 300, margin: 0.01, swing: -0.09, stationsReported: 2 }),
  area('Central', { call: 'none', votes: 0, margin: 0, leaders: [] }),
  area('Volta', { votes: 500, margin: 0.2, turnout: 0.8 }),
];

const names = (sort: Parameters<typeof sortAreas>[1]) => sortAreas(areas, sort).map(({ name }) => name);

it('sorts by what is asked for, and keeps areas without a report at the end', () => {
  expect(names('size')).toEqual(['Ashanti', 'Volta', 'Bono', 'Central']);
  expect(names('closest')).toEqual(['Bono', 'Volta', 'Ashanti', 'Central']);
  expect(names('swing')).toEqual(['Bono', 'Ashanti', 'Volta', 'Central']);
  expect(names('turnout')).toEqual(['Volta', 'Ashanti', 'Bono', 'Central']);
  expect(names('reported')).toEqual(['Bono', 'Ashanti', 'Volta', 'Central']);
  expect(names('name')).toEqual(['Ashanti', 'Bono', 'Central', 'Volta']);
});

it('takes only sorts it knows from an address', () => {
  expect(isAreaSort('closest')).toBe(true);
  expect(isAreaSort('colour')).toBe(false);
  expect(isAreaSort(undefined)).toBe(false);
});
