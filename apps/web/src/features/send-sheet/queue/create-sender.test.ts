import { err, ok } from '@comitium/basics';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../storage/create-memory-storage.ts';
import { createSender, type SheetTransport } from './create-sender.ts';
import type { QueuedSheet } from './queued-sheet.ts';
import { problemAnswer, queuedSheet, receipt } from './sheet-fixture.ts';

const photo = { id: 'p1', name: 'form.jpg', blob: new Blob(['x']), takenAt: '2024-12-07T17:00:00Z' };
const storedPhoto = { id: 'f1', name: 'form.jpg', mediaType: 'image/jpeg', size: 1, sha256: '' };

/** A server that writes down what it was asked and answers as the test says. */
const start = async (sheets: readonly QueuedSheet[], answers: Partial<SheetTransport> = {}) => {
  const { queue } = createMemoryStorage();
  for (const sheet of sheets) await queue.put(sheet);
  const asked: string[] = [];
  const uploads: string[] = [];
  const clock = { now: new Date('2024-12-07T18:00:00Z'), personId: 'ama' as string | null };
  const transport: SheetTransport = {
    storePhoto: async (taken, onUpload) => {
      asked.push(`photo ${taken.id}`);
      onUpload(0.5);
      return answers.storePhoto?.(taken, onUpload) ?? ok(storedPhoto);
    },
    submit: async (sheet) => {
      asked.push(`sheet ${sheet.key} ${sheet.photoFileId}`);
      return answers.submit?.(sheet) ?? ok(receipt);
    },
  };
  const sender = createSender({
    queue,
    transport,
    now: () => clock.now,
    random: () => 0,
    personId: () => clock.personId,
    onChange: () => undefined,
    onUpload: (key, share) => uploads.push(`${key} ${share}`),
  });
  const stateOf = async (key: string) => (await queue.get(key))?.state.kind;
  return { sender, queue, asked, uploads, clock, stateOf };
};

it('sends the photograph first, tells how far it is, and remembers its id', async () => {
  const { sender, asked, uploads, stateOf } = await start([queuedSheet({ photo })]);
  await sender.sendDue();
  expect(asked).toEqual(['photo p1', 'sheet key-1 f1']);
  expect(uploads).toEqual(['key-1 0.5']);
  expect(await stateOf('key-1')).toBe('sent');
});

it('does not send the photograph again when only the sheet failed', async () => {
  let failures = 1;
  const submit = async () => (failures-- > 0 ? err(problemAnswer({ status: 0 })) : ok(receipt));
  const { sender, asked, clock, stateOf } = await start([queuedSheet({ photo })], { submit });
  await sender.sendDue();
  expect(await stateOf('key-1')).toBe('waiting');
  clock.now = new Date('2024-12-07T18:10:00Z');
  await sender.sendDue();
  expect(asked).toEqual(['photo p1', 'sheet key-1 f1', 'sheet key-1 f1']);
  expect(await stateOf('key-1')).toBe('sent');
});

it('sends the oldest first, and a refused one does not stop the others', async () => {
  const submit = async (sheet: QueuedSheet) =>
    sheet.key === 'old' ? err(problemAnswer({ status: 422, code: 'sheet_refused' })) : ok(receipt);
  const young = queuedSheet({ key: 'young', queuedAt: '2024-12-07T17:30:00.000Z' });
  const { sender, asked, stateOf } = await start([young, queuedSheet({ key: 'old' })], { submit });
  await sender.sendDue();
  expect(asked).toEqual(['sheet old null', 'sheet young null']);
  expect([await stateOf('old'), await stateOf('young')]).toEqual(['refused', 'sent']);
});

it('stops at the end of the session and goes on after the next sign-in', async () => {
  let signedIn = false;
  const submit = async () => (signedIn ? ok(receipt) : err(problemAnswer({ status: 401 })));
  const two = [queuedSheet({ key: 'a' }), queuedSheet({ key: 'b', queuedAt: '2024-12-07T17:30:00.000Z' })];
  const { sender, asked, stateOf } = await start(two, { submit });
  await sender.sendDue();
  expect(asked).toEqual(['sheet a null']);
  expect([await stateOf('a'), await stateOf('b')]).toEqual(['sign_in', 'waiting']);
  signedIn = true;
  await sender.sendDue();
  expect([await stateOf('a'), await stateOf('b')]).toEqual(['sent', 'sent']);
});

it('never sends in another person’s session, nor without one', async () => {
  const { sender, asked, clock } = await start([queuedSheet()]);
  clock.personId = 'kofi';
  await sender.sendDue();
  clock.personId = null;
  await sender.sendDue();
  expect(asked).toEqual([]);
});

it('shares one run among calls that come together', async () => {
  const { sender, asked } = await start([queuedSheet()]);
  await Promise.all([sender.sendDue(), sender.sendDue(), sender.sendDue()]);
  expect(asked).toEqual(['sheet key-1 null']);
});

it('leaves conflicts and refusals alone until a person decides', async () => {
  const refused = { kind: 'refused', part: 'sheet', problem: problemAnswer({ status: 422 }) } as const;
  const { sender, asked } = await start([queuedSheet({ state: refused })]);
  await sender.sendDue();
  expect(asked).toEqual([]);
});

it('waits for nothing when the signal is back', async () => {
  const waiting = {
    kind: 'waiting',
    attempts: 3,
    notBefore: Date.parse('2024-12-07T18:05:00Z'),
    problem: null,
  } as const;
  const { sender, asked } = await start([queuedSheet({ state: waiting })]);
  await sender.sendDue();
  expect(asked).toEqual([]);
  await sender.sendNow();
  expect(asked).toEqual(['sheet key-1 null']);
});
