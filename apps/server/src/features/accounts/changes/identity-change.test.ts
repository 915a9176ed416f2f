import { expect, test } from 'vitest';
import { type ChangeFacts, isDue, waitingFor } from './identity-change.ts';

const at = (hours: number): Date => new Date(Date.UTC(2026, 0, 1, hours));
const change = (facts: Partial<ChangeFacts>): ChangeFacts => ({
  kind: 'email',
  state: 'waiting',
  newConfirmedAt: null,
  oldConfirmedAt: null,
  needsOld: true,
  appliesAt: null,
  expiresAt: at(24),
  ...facts,
});

test('both sides have to confirm, in either order', () => {
  expect(waitingFor(change({}))).toEqual(['new', 'old']);
  expect(isDue(change({ newConfirmedAt: at(1) }), at(2))).toBe(false);
  expect(isDue(change({ oldConfirmedAt: at(1) }), at(2))).toBe(false);
  expect(isDue(change({ newConfirmedAt: at(1), oldConfirmedAt: at(1) }), at(2))).toBe(true);
});

test('without an old one the new one is enough', () => {
  expect(isDue(change({ needsOld: false, newConfirmedAt: at(1) }), at(1))).toBe(true);
  expect(isDue(change({ needsOld: false }), at(1))).toBe(false);
});

test('an old one that cannot be reached is waited for until the time is over, a new one always', () => {
  const unreachable = change({ newConfirmedAt: at(1), appliesAt: at(3) });
  expect([isDue(unreachable, at(2)), isDue(unreachable, at(3))]).toEqual([false, true]);
  expect(isDue(change({ appliesAt: at(3) }), at(4))).toBe(false);
});

test('what is over, applied or cancelled never takes effect', () => {
  const both = { newConfirmedAt: at(1), oldConfirmedAt: at(1) };
  expect(isDue(change(both), at(24))).toBe(false);
  for (const state of ['applied', 'cancelled'] as const) {
    expect(isDue(change({ ...both, state }), at(2))).toBe(false);
    expect(waitingFor(change({ state }))).toEqual([]);
  }
});
