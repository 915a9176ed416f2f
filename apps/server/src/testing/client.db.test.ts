// The SDK against the running program, over real HTTP and a real socket.
import { createClient } from '@comitium/client';
import type { MapState } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { openTestApp } from './open-test-app.ts';
import { openTestElection, presidentSheet } from './test-nation.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed);
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const url = await bed.app.server.listen({ host: '127.0.0.1', port: 0 });
const client = createClient({ url, token: admin['authorization']?.replace('Bearer ', '') ?? null });
afterAll(async () => {
  client.live.close();
  await bed.close();
});

test('a sheet that is sent arrives on a watched map', async () => {
  const state = Promise.withResolvers<MapState>();
  const first = Promise.withResolvers<void>();
  client.live.watch<MapState>('map:e:national', ({ data }) => {
    if (data !== undefined) first.resolve();
    if (data?.totals.valid === 103) state.resolve(data);
  });
  await first.promise;
  const sent = await client.submitSheet('e', presidentSheet('L-1-1-1', { ama: 60, kofi: 40, esi: 3 }), 'k');
  expect(sent.ok && sent.value.status).toBe('accepted');
  expect((await state.promise).leaders['ama']).toMatchObject({ votes: 60, share: 0.583 });
});

test('the plain answer and the analysis are typed; a refusal carries code, fields and request id', async () => {
  const map = await client.getMap('e', { area: 'L-1', level: 'region' });
  expect(map.ok && map.value.leaders.map((leader) => leader.choice)[0]).toBe('ama');
  const marginal = await client.getAnalysis('e', 'marginal', { share: 0.9 });
  expect(marginal.ok && marginal.value.items).toHaveLength(1);
  const refused = await client.submitSheet(
    'e',
    { ...presidentSheet('L-1-1-2', { ama: 1, kofi: 1, esi: 1 }), cast: -4 },
    'bad',
  );
  expect(refused.ok).toBe(false);
  if (refused.ok) return;
  expect(refused.error).toMatchObject({ code: 'sheet_refused', status: 422 });
  expect(refused.error.errors.map((error) => error.path)).toContain('/cast');
  expect(refused.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a server that is not there is told as such, not thrown', async () => {
  const nowhere = createClient({ url: 'http://127.0.0.1:1' });
  const answer = await nowhere.listElections();
  expect(answer.ok ? null : answer.error.code).toBe('unreachable');
});
