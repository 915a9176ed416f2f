import type { ChildArea, Election } from '@comitium/contract';
import { expect, it } from 'vitest';
import type { MapView } from '../../data/results/map-view.ts';
import { chosenList, listsFor } from './list-tabs.ts';

const board = (level: string, swing: number | undefined, races: number) => ({
  election: { previous: 'before', races: Array.from({ length: races }) } as unknown as Election,
  view: {
    scope: { level },
    children: [{ code: 'a', ...(swing === undefined ? {} : { swing }) } as ChildArea],
  } as unknown as MapView,
});

it('offers close races and splits for the whole country only', () => {
  expect(listsFor(board('national', 0.1, 2))).toEqual(['areas', 'marginal', 'swing', 'split']);
  expect(listsFor(board('national', undefined, 1))).toEqual(['areas', 'marginal', 'swing']);
  expect(listsFor(board('region', 0.1, 2))).toEqual(['areas', 'swing']);
  expect(listsFor(board('region', undefined, 2))).toEqual(['areas']);
});

it('falls back to the areas', () => {
  expect(chosenList('split', ['areas', 'swing'])).toBe('areas');
  expect(chosenList(undefined, ['areas'])).toBe('areas');
  expect(chosenList('swing', ['areas', 'swing'])).toBe('swing');
});
