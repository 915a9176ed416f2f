import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { unwrap } from '@comitium/basics';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '../api-session.ts';
import { type Door, openDoor } from '../testing/open-door.ts';
import { uploadBytes } from './upload-bytes.ts';

beforeEach(() => void vi.stubEnv('USER_PASSWORD', 'a long enough phrase'));
let door: Door;
afterEach(async () => {
  await door.close();
  vi.unstubAllEnvs();
});

/** More than a connection takes before somebody reads. */
const bytes = new Uint8Array(32 * 1024 * 1024);

const upload = async (
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  onSent: (share: number) => void = () => undefined,
) => {
  door = await openDoor(onRequest);
  const session = unwrap(await openSession({ url: door.url, email: 'a@b.example' }));
  const stopping = new AbortController();
  const answer = uploadBytes(session, { path: '/shapes', bytes, stopped: stopping.signal, onSent });
  return { answer, stop: () => stopping.abort() };
};

test('an upload that is stopped on its way ends there, and the server never has the whole', async () => {
  const arrived = Promise.withResolvers<IncomingMessage>();
  // Nobody reads it: it cannot be through.
  const { answer, stop } = await upload((request) => arrived.resolve(request));
  const request = await arrived.promise;
  stop();
  expect(await answer).toBe('stopped');
  const broken = once(request, 'error');
  request.resume();
  await broken;
  expect(request.complete).toBe(false);
});

test('one that has left is not called back: its answer says what it began', async () => {
  const shares: number[] = [];
  const arrived = Promise.withResolvers<ServerResponse>();
  const { answer, stop } = await upload(
    (request, response) => request.resume().once('end', () => arrived.resolve(response)),
    (share) => shares.push(share),
  );
  const response = await arrived.promise;
  stop();
  response.writeHead(202).end();
  const told = await answer;
  expect(told instanceof Response && told.status).toBe(202);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test('a connection that is lost is told apart from one that was stopped', async () => {
  const { answer } = await upload((request) => request.destroy());
  expect(await answer).toBeNull();
});

test('a refusal that comes before the file has left is told', async () => {
  const { answer } = await upload((_request, response) => void response.writeHead(404).end());
  const told = await answer;
  expect(told instanceof Response && told.status).toBe(404);
});
