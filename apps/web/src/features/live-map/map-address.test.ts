import { expect, it } from 'vitest';
import { mapAddress } from './map-address.ts';

it('writes what is asked for, and nothing else', () => {
  expect(mapAddress('gh-2024', {})).toBe('/elections/gh-2024');
  expect(mapAddress('gh-2024', { race: 'parl', area: 'GH-A 1', level: undefined })).toBe(
    '/elections/gh-2024?race=parl&area=GH-A+1',
  );
});
