// A body that arrives byte by byte holds no connection, wherever it is read whole; streamed ones may take their time.
import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';

const one = await openTestApp(await createTestDatabase(), { COMITIUM_BODY_SECONDS: '1' });
await openTestElection(one);
const desk = await one.addPerson('desk@example.org', { role: 'data_admin' });
await one.app.server.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => one.close());

const open = async (): Promise<Socket> => {
  const { port } = one.app.server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
};

const head = (path: string, length: number, type: string): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    `Authorization: ${desk['authorization']}`,
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n');

/** Everything that comes until the other side closes the connection. */
const heard = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });

test.each(['/api/v1/elections/e/results/polling-station', '/api/v1/auth/sign-in'])(
  'a body of %s that never ends is answered with 408, and the connection closed',
  async (path) => {
    const socket = await open();
    socket.write(`${head(path, 500, 'application/json')}{"station":`);
    const answer = await heard(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request_timeout"');
    expect(answer.toLowerCase()).toContain('connection: close');
  },
);

test('a streamed body may pause for longer than that', async () => {
  const line = JSON.stringify({
    ...presidentSheet('L-1-1-1', { ama: 20, kofi: 30, esi: 5 }),
    key: randomUUID(),
  });
  // One byte of the stream comes only after the short limit has ended another connection.
  const [slow, streamed] = [await open(), await open()];
  streamed.write(
    head('/api/v1/elections/e/results/polling-station/batch', line.length, 'application/x-ndjson') +
      line.slice(0, 1),
  );
  slow.write(`${head('/api/v1/auth/sign-in', 500, 'application/json')}{`);
  expect(await heard(slow)).toMatch(/^HTTP\/1\.1 408 /);
  const first = new Promise<string>((resolve) => {
    streamed.once('data', (chunk) => resolve(String(chunk)));
  });
  streamed.write(line.slice(1));
  expect(await first).toMatch(/^HTTP\/1\.1 200 /);
  streamed.destroy();
});
