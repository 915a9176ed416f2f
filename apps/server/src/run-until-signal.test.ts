import { expect, test } from 'vitest';
import { stopInTime } from './run-until-signal.ts';

test('a stop that ends is an orderly end, one that hangs is cut off with one sentence', async () => {
  expect(await stopInTime(() => Promise.resolve(), 60_000)).toEqual({ ok: true, value: undefined });
  const hanging = await stopInTime(() => new Promise(() => undefined), 20);
  expect(hanging).toEqual({
    ok: false,
    error: 'What was under way has not ended within 0.02 s and is cut off; nothing acknowledged is lost.',
  });
});

test('what fails while it stops is a fault, not an end', async () => {
  const fault = new Error('a feature could not stop');
  await expect(stopInTime(() => Promise.reject(fault), 60_000)).rejects.toBe(fault);
});
