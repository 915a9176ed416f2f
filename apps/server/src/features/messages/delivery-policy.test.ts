import { expect, test } from 'vitest';
import { mostAttempts, pauseMs, settle } from './delivery-policy.ts';

const now = new Date('2026-01-01T12:00:00Z');
const inFive = new Date('2026-01-01T12:05:00Z');
const first = { attempts: 1, expiresAt: inFive, repeatable: false, now, random: 0 };

test('pauses double, spread over their upper half, and end at half an hour', () => {
  expect([1, 2, 3].map((attempt) => pauseMs(attempt, 0))).toEqual([2_000, 4_000, 8_000]);
  expect(pauseMs(1, 0.999)).toBeCloseTo(3_998);
  expect(pauseMs(60, 0)).toBe(900_000);
});

test('a busy gateway is asked again, not before it said', () => {
  const soon = settle({ kind: 'busy', reason: 'http_503' }, first);
  expect(soon).toMatchObject({ step: 'postpone', outcome: 'failed', reason: 'http_503' });
  expect(soon.nextAt).toEqual(new Date('2026-01-01T12:00:02Z'));
  const later = settle({ kind: 'busy', reason: 'http_429', retryAfterMs: 60_000 }, first);
  expect(later.nextAt).toEqual(new Date('2026-01-01T12:01:00Z'));
});

test('an attempt that would come after the end of the code’s life is not waited for', () => {
  const late = settle({ kind: 'busy', reason: 'http_429', retryAfterMs: 300_000 }, first);
  expect(late).toMatchObject({ step: 'expire', outcome: 'expired', nextAt: null });
});

test('what was refused, or tried too often, waits for an administrator', () => {
  expect(settle({ kind: 'refused', reason: 'smtp_550' }, first)).toMatchObject({
    step: 'fail',
    outcome: 'dead',
  });
  const last = settle({ kind: 'busy', reason: 'http_503' }, { ...first, attempts: mostAttempts });
  expect(last).toMatchObject({ step: 'fail', outcome: 'dead', reason: 'http_503' });
});

test('an unknown end is repeated only where the gateway recognises the parcel', () => {
  const answer = { kind: 'unknown', reason: 'timeout' } as const;
  expect(settle(answer, first)).toMatchObject({ step: 'fail', outcome: 'dead', reason: 'unknown_timeout' });
  expect(settle(answer, { ...first, repeatable: true })).toMatchObject({
    step: 'postpone',
    reason: 'timeout',
  });
});
