import { ok } from '@comitium/basics';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../storage/create-memory-storage.ts';
import { createSendQueue } from './create-send-queue.ts';
import { queuedSheet, receipt } from './sheet-fixture.ts';

const figures = { votes: {}, rejected: '', cast: '', registered: '' };
const draft = { id: 'd1', figures, note: '', photo: null, replaces: 'old' };

const start = () => {
  const storage = createMemoryStorage();
  const submitted: string[] = [];
  const queue = createSendQueue({
    storage,
    lock: (send) => send(),
    transport: {
      storePhoto: () => Promise.reject(new Error('no photograph here')),
      submit: async ({ key }) => {
        submitted.push(key);
        return ok(receipt);
      },
    },
  });
  return { storage, queue, submitted };
};

it('takes a sheet over from its draft and forgets the one it replaces', async () => {
  const { storage, queue } = start();
  await storage.drafts.put(draft);
  await storage.queue.put(queuedSheet({ key: 'old' }));
  await queue.hand(queuedSheet({ key: 'new' }), { draft: 'd1', replaces: 'old' });
  expect(queue.state().sheets.map(({ key }) => key)).toEqual(['new']);
  expect(await storage.drafts.list()).toEqual([]);
});

it('keeps a sheet whose key did not change', async () => {
  const { queue } = start();
  await queue.keep(queuedSheet());
  await queue.hand(queuedSheet(), { draft: 'd1', replaces: 'key-1' });
  expect(queue.state().sheets).toHaveLength(1);
});

it('finds what an earlier page left behind and sends it when its author is here', async () => {
  const { storage, queue, submitted } = start();
  await storage.queue.put(queuedSheet());
  await queue.reload();
  expect(queue.state()).toMatchObject({ ready: true, sheets: [{ key: 'key-1' }] });
  queue.setPerson('ama');
  await queue.sendNow();
  expect(submitted).toEqual(['key-1']);
  expect(queue.state().sheets[0]?.state.kind).toBe('sent');
});

it('tells its listeners until they leave', async () => {
  const { queue } = start();
  let told = 0;
  const leave = queue.subscribe(() => {
    told += 1;
  });
  await queue.keep(queuedSheet());
  const before = told;
  leave();
  await queue.discard('key-1');
  expect(before).toBeGreaterThan(0);
  expect(told).toBe(before);
});
