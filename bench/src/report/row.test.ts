import { expect, test } from 'vitest';
import { atLeast, ratioWithin, row } from './row.ts';

const figure = { bench: 'singles', metric: 'sheets', value: 6000, unit: '/s' };

test('a row divides by its peer and judges its target', () => {
  const made = row(figure, { name: 'textbook', value: 2000 }, atLeast(6000, '/s'));
  expect(made).toMatchObject({ against: 'textbook', ratio: 3, target: '≥ 6,000 /s', met: true });
});

test('a target on the ratio is not judged without the peer', () => {
  const target = ratioWithin(0, 1.3, '≤ 1.3 × bare send()');
  expect(row(figure, { name: 'bare send()', value: null }, target).met).toBeNull();
  expect(row(figure, { name: 'bare send()', value: 5000 }, target).met).toBe(true);
  expect(row(figure, { name: 'bare send()', value: 4000 }, target).met).toBe(false);
});

test('a figure that could not be taken keeps its row and its reason', () => {
  const made = row({ ...figure, value: null, note: 'no data folder' }, null, atLeast(6000, '/s'));
  expect(made).toMatchObject({ value: null, ratio: null, met: null, note: 'no data folder' });
});
