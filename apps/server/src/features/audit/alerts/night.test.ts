import { expect, test } from 'vitest';
import { nightOf } from './night.ts';

const night = (at: string, from = 22, to = 6, timeZone = 'UTC') =>
  nightOf(new Date(at), { nightHours: { from, to }, timeZone });

test('a night over midnight is one night', () => {
  expect(night('2026-11-20T23:15:00Z')).toEqual({ date: '2026-11-20', time: '23:15' });
  expect(night('2026-11-21T05:59:59Z')).toEqual({ date: '2026-11-20', time: '05:59' });
  expect(night('2026-11-21T06:00:00Z')).toBe(null);
  expect(night('2026-11-20T21:59:00Z')).toBe(null);
});

test('the hours are those of the time zone', () => {
  expect(night('2026-11-20T20:30:00Z', 0, 5, 'Asia/Tbilisi')).toEqual({ date: '2026-11-21', time: '00:30' });
  expect(night('2026-11-20T20:30:00Z', 0, 5)).toBe(null);
});

test('without hours there is no night', () => {
  expect(nightOf(new Date('2026-11-20T23:15:00Z'), { nightHours: null, timeZone: 'UTC' })).toBe(null);
});
