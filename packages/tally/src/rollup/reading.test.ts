import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { completeness } from './completeness.ts';
import { isMarginal } from './is-marginal.ts';
import { share, turnout } from './share.ts';
import { split } from './split.ts';

test('R11 marginal is below the share, exactly', () => {
  expect(isMarginal([525, 475], hundredths(5))).toBe(false);
  expect(isMarginal([524, 476], hundredths(5))).toBe(true);
  expect(isMarginal([500, 500], hundredths(5))).toBe(true);
  expect(isMarginal([0, 0], hundredths(5))).toBe(false);
});

test('R13 a place may prefer two parties at once', () => {
  const parties = ['NPP', 'NDC', null];
  const led = (leader: number) => ({ votes: [0, 1, 2].map((i) => (i === leader ? 9 : 3)), parties });
  expect(split(led(0), led(1))).toEqual({ state: 'split', first: 'NPP', second: 'NDC' });
  expect(split(led(0), led(0)).state).toBe('same');
  expect(split(led(0), led(2))).toEqual({ state: 'split', first: 'NPP', second: null });
  expect(split(led(2), led(2)).state).toBe('unknown');
  expect(split(led(0), { votes: [4, 4, 0], parties })).toEqual({
    state: 'unknown',
    first: 'NPP',
    second: undefined,
  });
});

const reporting = { stationsReported: 1, stations: 2, registeredReported: 600, registered: 1000 };

test('R14 completeness counts stations and who is outstanding', () => {
  expect(completeness(reporting)).toEqual({
    ...reporting,
    share: 0.5,
    percent: 50,
    complete: false,
    outstanding: 400,
  });
  expect(completeness({ ...reporting, stationsReported: 2, registeredReported: 900 })).toMatchObject({
    complete: true,
    percent: 100,
    outstanding: 0,
  });
  expect(completeness({ ...reporting, registeredReported: 1100 }).outstanding).toBe(0);
});

test('R14 nearly all is not all, and hardly any is not none', () => {
  expect(completeness({ ...reporting, stationsReported: 60_365, stations: 60_366 }).percent).toBe(99.9);
  expect(completeness({ ...reporting, stationsReported: 1, stations: 60_366 }).percent).toBe(0.1);
  expect(completeness({ ...reporting, stationsReported: 0, stations: 60_366 }).percent).toBe(0);
  expect(completeness({ ...reporting, stationsReported: 0, stations: 0 })).toMatchObject({
    percent: 0,
    complete: false,
  });
});

test('R01 shares and turnout of nothing are 0', () => {
  expect(share(1, 0)).toBe(0);
  expect(turnout({ cast: 431, registered: 612 })).toBeCloseTo(0.7042, 4);
});
