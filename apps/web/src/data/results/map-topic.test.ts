import { expect, it } from 'vitest';
import { mapTopic } from './map-topic.ts';

it('names the whole country, an area, and the cells of the whole country', () => {
  const place = { election: 'gh-2024', race: 'parl', area: null, cells: null };
  expect(mapTopic(place)).toBe('map:gh-2024/parl:national');
  expect(mapTopic({ ...place, area: { level: 'region', code: 'GH-AH' } })).toBe(
    'map:gh-2024/parl:region:GH-AH',
  );
  expect(mapTopic({ ...place, cells: 'constituency' })).toBe('map:gh-2024/parl:national@constituency');
});
