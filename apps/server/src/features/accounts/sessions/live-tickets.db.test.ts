import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
const otherProcess = await createTestBed(db);
afterAll(async () => {
  await bed.close();
  await otherProcess.close();
});
const esi = await addPerson(bed, 'esi@example.org');

const takeTicket = async (headers: { authorization: string }): Promise<string> => {
  const answer = await bed.server.inject({ method: 'POST', url: '/api/v1/live/ticket', headers });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ ticket: string }>().ticket;
};

test('a ticket stands for its person once, in whichever process redeems it', async () => {
  const { headers, token } = await signInAs(bed, 'esi@example.org');
  const ticket = await takeTicket(headers);
  const [first, second] = await Promise.all([
    bed.accounts.redeemTicket(ticket),
    otherProcess.accounts.redeemTicket(ticket),
  ]);
  expect([first.ok, second.ok].toSorted()).toEqual([false, true]);
  const holder = unwrap(first.ok ? first : second);
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
  };
  expect(holder).toMatchObject({ kind: 'user', id: esi, expiresAt: new Date(claims.exp * 1000) });
});

test('a ticket is over after 30 seconds', async () => {
  const { headers } = await signInAs(bed, 'esi@example.org');
  const ticket = await takeTicket(headers);
  const start = bed.time.now;
  bed.time.now = new Date(start.getTime() + 30_000);
  const late = await bed.accounts.redeemTicket(ticket);
  bed.time.now = start;
  expect(late).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
});

test('a ticket of a session that has ended is worth nothing', async () => {
  const { headers } = await signInAs(bed, 'esi@example.org');
  const ticket = await takeTicket(headers);
  await bed.server.inject({ method: 'POST', url: '/api/v1/auth/sign-out', headers });
  expect(await bed.accounts.redeemTicket(ticket)).toMatchObject({
    ok: false,
    error: { code: 'session_expired' },
  });
});

test('made-up tickets and nobody get none', async () => {
  for (const ticket of ['', 'x', "' or true --", '\u0000']) {
    expect((await bed.accounts.redeemTicket(ticket)).ok).toBe(false);
  }
  expect((await bed.server.inject({ method: 'POST', url: '/api/v1/live/ticket' })).statusCode).toBe(401);
});
