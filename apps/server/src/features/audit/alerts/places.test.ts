import { expect, test } from 'vitest';
import { distanceKm, openPlaces, readPlaces } from './places.ts';

const places = readPlaces(
  'network,latitude,longitude\n192.0.2.0/24,41.7,44.8\n198.51.100.128/25,48.9,2.3,Paris\n2001:db8::/32,-33.9,151.2\n',
);

test.each([
  ['192.0.2.0', 41.7],
  ['::ffff:192.0.2.255', 41.7],
  ['192.0.3.0', undefined],
  ['198.51.100.127', undefined],
  ['198.51.100.128', 48.9],
  ['2001:db8:ffff::1', -33.9],
  ['2001:db9::', undefined],
  ['::192.0.2.1', undefined],
  ['nowhere', undefined],
])('%s lies at latitude %s', (address, latitude) => {
  expect(places.locate(address)?.latitude).toBe(latitude);
});

test('without a file nothing is anywhere', () => {
  expect(openPlaces('').size).toBe(0);
  expect(openPlaces('').locate('192.0.2.1')).toBe(null);
});

test.each(['192.0.2.0,1,1', '192.0.2.0/33,1,1', '192.0.2.0/24,91,1', '192.0.2.0/24,1', 'x/24,1,1'])(
  'the line %s is refused',
  (line) => {
    expect(() => readPlaces(`# first\n${line}`)).toThrow('line 2');
  },
);

test('Tbilisi lies some 3,400 km from Paris', () => {
  const km = distanceKm({ latitude: 41.7, longitude: 44.8 }, { latitude: 48.9, longitude: 2.3 });
  expect(km).toBeGreaterThan(3_300);
  expect(km).toBeLessThan(3_500);
});
