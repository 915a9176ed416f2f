import { expect, test } from 'vitest';
import { delays, readArrivals } from './delays.ts';

const update = (seq: number, stations: number): string =>
  JSON.stringify({ op: 'update', seq, data: { completeness: { stationsReported: stations } } });

test('a sheet is shown when every screen has a total that holds it', () => {
  const text = [
    update(7, 2),
    '{"op":"heartbeat"}',
    update(8, 3),
    '--',
    '7 10 100.5 900',
    '8 10 100.75 950',
    '',
  ];
  const log = readArrivals(text.join('\n'));
  expect(log.arrivals.map((one) => one.stations)).toEqual([2, 3]);
  expect(delays([100, 100.25, 100.5], log, 10)).toEqual([0.5, 0.25, 0.25]);
});

test('an update that missed a screen does not count; the next one does', () => {
  const text = [update(7, 2), update(8, 3), '--', '7 9 100.5 900', '8 10 100.75 950', ''];
  expect(delays([100, 100], readArrivals(text.join('\n')), 10)).toEqual([0.75, 0.75]);
});

test('a sheet that no screen showed is left out', () => {
  expect(delays([100, 101], readArrivals(`${update(7, 1)}\n--\n7 10 100.5 900\n`), 10)).toEqual([0.5]);
});
