import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createKeyRing } from '../../platform/crypto/key-ring.ts';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { lostAfterMs } from './deliver-message.ts';
import { createTestBed } from './testing/create-test-bed.ts';
import { startHttpSink } from './testing/start-http-sink.ts';

const db = await createTestDatabase();
const sink = await startHttpSink();
const key = randomBytes(32);
const program = join(import.meta.dirname, 'testing', 'deliver-forever.ts');
const patience = { timeout: 30_000, interval: 10 };
const gateway = (more: Readonly<Record<string, string>> = {}) => ({
  COMITIUM_SMS_GATEWAY: 'http',
  COMITIUM_SMS_URL: `${sink.url}/send/{id}`,
  COMITIUM_SMS_BODY: '{"to":"{to}","text":"{text}"}',
  ...more,
});
const openBed = (environment: Readonly<Record<string, string>>) =>
  createTestBed(db, { environment, keys: createKeyRing([{ id: 'test', key }]), withWorker: false });

const onceOnly = await openBed(gateway());
const repeating = await openBed(gateway({ COMITIUM_SMS_REPEATABLE: 'true' }));
afterAll(async () => {
  await Promise.all([onceOnly.close(), repeating.close()]);
  await sink.close();
});

/** Kills the worker when the gateway has the message and the database does not know it yet. */
const killWhileSending = async (id: string): Promise<void> => {
  const child = spawn(
    process.execPath,
    [program, db.connectionString, key.toString('hex'), JSON.stringify(gateway())],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  await expect.poll(() => requestsFor(id), patience).toBe(1);
  child.kill('SIGKILL');
  await exited;
};

const requestsFor = (id: string): number => sink.requests.filter(({ path }) => path.endsWith(id)).length;

test('killed between the gateway’s answer and the database: nobody is texted twice, an administrator decides', async () => {
  sink.willStayOpen();
  const id = await onceOnly.send();
  await killWhileSending(id);
  expect(await onceOnly.stateOf(id)).toBe('sending');
  await onceOnly.run('message.deliver', id);
  expect(await onceOnly.stateOf(id)).toBe('sending');
  onceOnly.time.now = new Date(Date.now() + lostAfterMs);
  await onceOnly.run('message.deliver', id);
  expect(await onceOnly.stateOf(id)).toBe('dead: unknown_interrupted');
  await onceOnly.run('message.deliver', id);
  expect(requestsFor(id)).toBe(1);
});

test('a gateway that drops repeats is asked again, under the same key', async () => {
  sink.willStayOpen();
  const id = await repeating.send();
  await killWhileSending(id);
  repeating.time.now = new Date(Date.now() + lostAfterMs);
  await repeating.run('message.deliver', id);
  expect(await repeating.stateOf(id)).toBe('sent');
  expect(requestsFor(id)).toBe(2);
});
