import { expect, test } from 'vitest';
import { fanOut } from './fan-out.ts';
import { SharedMessage } from './shared-message.ts';
import { type Subscription, stale } from './subscription.ts';

const message = new SharedMessage('{}', { name: 'update' });
const step = { prev: 1, seq: 2, message };

const newSubscription = (seq: number, took: number[], takes = true): Subscription => ({
  seq,
  consumer: {
    send: () => {
      took.push(seq);
      return takes;
    },
  },
});

test('L19 an update goes only to those who hold what it continues', async () => {
  const took: number[] = [];
  const [here, behind, ahead] = [1, stale, 2].map((seq) => newSubscription(seq, took));
  const crowd = new Set([here, behind, ahead].filter((one) => one !== undefined));
  expect(await fanOut(crowd, step)).toEqual({ taken: 1, skipped: 0 });
  expect(took).toEqual([1]);
  expect([here?.seq, behind?.seq, ahead?.seq]).toEqual([2, stale, 2]);
});

test('L28 who does not take it is marked for the newest state', async () => {
  const full = newSubscription(1, [], false);
  expect(await fanOut(new Set([full]), step)).toEqual({ taken: 0, skipped: 1 });
  expect(full.seq).toBe(stale);
});

test('L19 in a crowd that is served in slices, who joins or leaves in between is neither served twice nor after', async () => {
  const took: number[] = [];
  const crowd = new Set(Array.from({ length: 2_500 }, () => newSubscription(1, took)));
  const last = [...crowd].at(-1);
  const done = fanOut(crowd, step);
  expect(took).toHaveLength(1_000);
  if (last !== undefined) crowd.delete(last);
  const late: number[] = [];
  crowd.add(newSubscription(2, late));
  expect(await done).toEqual({ taken: 2_499, skipped: 0 });
  expect(late).toEqual([]);
});
