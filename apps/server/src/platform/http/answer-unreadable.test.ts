import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { answerUnreadable } from './answer-unreadable.ts';

const server = createServer((_request, response) => response.end());
server.on('clientError', answerUnreadable);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => server.close());

const say = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });

test.each([
  ['NONSENSE\r\n\r\n', 400, 'invalid_request'],
  [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 413, 'too_large'],
])('what is no request is a problem with its length and id', async (text, status, code) => {
  const [head = '', body = ''] = (await say(text)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const told = JSON.parse(body) as { requestId: string };
  expect(told).toMatchObject({ status, code });
  expect(head).toContain(`X-Request-Id: ${told.requestId}`);
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
});
