import { unwrap } from '@comitium/basics';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from './api-session.ts';
import { openDoor } from './testing/open-door.ts';

beforeEach(() => void vi.stubEnv('USER_PASSWORD', 'a long enough phrase'));
afterEach(() => void vi.unstubAllEnvs());

test('a token that has run out is renewed once, and the question asked again', async () => {
  const asked: unknown[] = [];
  const door = await openDoor(({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${headers.authorization}`);
    response.writeHead(headers.authorization === 'Bearer token 1' ? 401 : 200).end();
  });
  const session = unwrap(await openSession({ url: door.url, email: 'a@b.example' }));
  expect((await session.ask('/boundary-imports/1'))?.status).toBe(200);
  expect((await session.ask('/boundary-imports/1', { method: 'DELETE' }))?.status).toBe(200);
  expect(asked).toEqual([
    'GET /api/v1/boundary-imports/1 Bearer token 1',
    'GET /api/v1/boundary-imports/1 Bearer token 2',
    'DELETE /api/v1/boundary-imports/1 Bearer token 2',
  ]);
  await door.close();
  expect(await session.ask('/boundary-imports/1')).toBeNull();
});
