import { expect, test } from 'vitest';
import { HeldScheduler } from './testing/held-scheduler.ts';
import { TopicClock } from './topic-clock.ts';

const newClock = (renew: () => Promise<void>) => {
  const scheduler = new HeldScheduler();
  return { scheduler, clock: new TopicClock(scheduler, 4, renew) };
};

test('L21 a touch that comes during a run is answered by another, never by two at a time', async () => {
  let running = 0;
  let runs = 0;
  const gate = Promise.withResolvers<void>();
  const { clock } = newClock(async () => {
    runs++;
    running++;
    expect(running).toBe(1);
    await gate.promise;
    running--;
  });
  const first = clock.renewNow();
  clock.touch();
  const both = [clock.renewNow(), clock.renewNow()];
  gate.resolve();
  expect(await Promise.all([first, ...both])).toEqual([true, true, true]);
  expect(runs).toBe(2);
});

test('L22 while nobody watches nothing is planned', () => {
  const { clock, scheduler } = newClock(async () => undefined);
  clock.touch();
  expect(scheduler.waiting).toBe(0);
  clock.watch(true);
  expect(scheduler.waiting).toBe(1);
  clock.watch(false);
  expect(scheduler.waiting).toBe(0);
});

test('L23 a failure is told, and the touch stays unanswered', async () => {
  const { clock, scheduler } = newClock(() => Promise.reject(new Error('away')));
  clock.watch(true);
  expect(await clock.renewNow()).toBe(false);
  expect(scheduler.waiting).toBe(1);
});
