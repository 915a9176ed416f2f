import { expect, test } from 'vitest';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { openTestApp } from './testing/open-test-app.ts';

const db = await createTestDatabase();

test('refused rights, foreign origins, tripped limits and failed sign-ins leave a trace', async () => {
  const { app, addPerson, send, close } = await openTestApp(db, { COMITIUM_RATE_LIMITS: 'true' });
  const headers = await addPerson('viewer@land.example', { role: 'viewer' });
  const me = (await send('GET', '/auth/me', { headers })).json<{ id: string }>().id;
  await send('POST', `/people/${me}/disable`, { headers });
  await send('POST', '/auth/sign-in', { body: { email: 'viewer@land.example', password: 'wrong' } });
  await send('POST', '/auth/sign-in', { body: { email: 'nobody@land.example', password: 'wrong' } });
  await send('POST', '/auth/token', { headers: { origin: 'https://elsewhere.example' } });
  for (let tries = 0; tries < 10; tries += 1) {
    await send('POST', '/auth/sign-in', { body: { email: 'nobody@land.example', password: 'wrong' } });
  }
  await app.hub.currentState('desk:nothing', { kind: 'user', id: me, expiresAt: new Date(8e15) });
  await close();
  const rows = await db.kysely
    .selectFrom('audit_refusal')
    .select(['kind', 'person_id', 'action', 'network'])
    .distinct()
    .orderBy('kind')
    .orderBy('person_id')
    .orderBy('action')
    .execute();
  const network = '127.0.0.0/24';
  expect(rows).toEqual([
    { kind: 'origin_refused', person_id: null, action: 'postAuthToken', network },
    { kind: 'rate_limited', person_id: null, action: 'postAuthSignIn', network },
    { kind: 'right_refused', person_id: me, action: 'desk:nothing', network: null },
    { kind: 'right_refused', person_id: me, action: 'postPeoplePersonDisable', network },
    { kind: 'sign_in_failed', person_id: me, action: 'postAuthSignIn', network },
    { kind: 'sign_in_failed', person_id: null, action: 'postAuthSignIn', network },
  ]);
});
