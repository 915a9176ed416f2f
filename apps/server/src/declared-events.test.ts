import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { declaredEvents } from './declared-events.ts';
import { checkAppended, checkAppendedEvents } from './platform/ledger/check-appended-events.ts';

test('every event has a version, a stream, a sentence, and a closed payload that is stored as it is', () => {
  for (const [type, { version, stream, about, payload }] of Object.entries(declaredEvents)) {
    expect(type).toMatch(/^[a-z-]+\.[a-z_-]+$/);
    expect(version).toBeGreaterThan(0);
    expect(stream).toMatch(/^[a-z]+(:|$|,)/);
    expect(about).toMatch(/\.$/);
    expect(payload, type).toHaveProperty('additionalProperties', false);
    expect(() => Compile(payload)).not.toThrow();
  }
});

test('an event that is not as declared is refused where tests run, by member and by version', () => {
  checkAppendedEvents(declaredEvents);
  const deleted = { type: 'register.deleted', version: 1, payload: { code: 'gh-2024' } };
  expect(() => checkAppended([deleted])).not.toThrow();
  expect(() => checkAppended([{ ...deleted, payload: {} }])).toThrow(/register\.deleted is not as declared/);
  expect(() => checkAppended([{ ...deleted, payload: { code: 'a', name: 'A' } }])).toThrow(/not as declared/);
  expect(() => checkAppended([{ ...deleted, version: 2 }])).toThrow(/at version 1, not 2/);
});
