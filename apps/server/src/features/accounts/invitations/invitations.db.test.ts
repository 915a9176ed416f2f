import { unwrap } from '@comitium/basics';
import type { Invitation, InvitationPreview, PageOf } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { lastSecret, post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addVerified, askAs, invite } from '../testing/invite.ts';
import { seedTerritory } from '../testing/seed-territory.ts';
import { addPerson } from '../testing/test-people.ts';
import { forgetInvitations } from './forget-invitations.ts';
import { invitationLifeMs } from './invitation.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
afterAll(bed.close);
const land = await seedTerritory(db);
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

await addPerson(bed, 'root@example.org', { role: 'platform_administrator' });
const chiefId = await addPerson(bed, 'chief@example.org', {
  role: 'election_administrator',
  scope: { election: 'land-2024' },
});
await addPerson(bed, 'north@example.org', {
  role: 'election_administrator',
  scope: { election: 'land-2024', area: 'L-1' },
});

const inLand = { election: 'land-2024' };
const accept = (email: string, token: string) => askAs(bed, email, '/invitations/accept', { token });
const grantsOf = async (personId: string) =>
  unwrap(await bed.accounts.callerOfPerson(personId)).grants.map(({ role }) => role);
const listFor = async (email: string): Promise<string[]> =>
  (await askAs(bed, email, '/invitations?limit=100')).json<PageOf<Invitation>>().items.map(({ id }) => id);

test('a privileged role begins when its person accepts, by a link of one use', async () => {
  const ama = await addVerified(bed, 'ama@example.org');
  const made = await invite(bed, 'root@example.org', {
    role: 'election_administrator',
    scope: inLand,
    email: ' Ama@Example.org',
  });
  expect(made).toMatchObject({ state: 'sent', to: 'a•••@example.org', scopeName: 'land-2024' });
  const link = bed.sent.at(-1)?.values['link'] ?? '';
  expect(link).toMatch(/^https:\/\/results\.example\/invitation#token=[\w-]{43}$/);
  const token = lastSecret(bed, 'ama@example.org');
  expect((await post(bed, '/invitations/preview', { token })).json<InvitationPreview>()).toMatchObject({
    role: 'election_administrator',
    invitedBy: 'root@example.org',
    to: 'a•••@example.org',
  });
  const direct = await askAs(bed, 'root@example.org', `/people/${ama}/grants`, {
    role: 'election_administrator',
    scope: inLand,
  });
  expect(direct.json()).toMatchObject({ status: 409, code: 'invitation_required' });
  expect(await grantsOf(ama)).toEqual([]);
  expect((await accept('ama@example.org', token)).statusCode).toBe(204);
  expect(await grantsOf(ama)).toEqual(['election_administrator']);
  expect((await accept('ama@example.org', token)).json()).toMatchObject({ code: 'invitation_not_found' });
  const history = (await askAs(bed, 'root@example.org', `/people/${ama}/grants`)).json();
  expect(history).toMatchObject({
    items: [{ state: 'in_force', reason: 'for the night', grantedBy: { name: 'root@example.org' } }],
  });
});

test('two acceptances at the same moment give one grant', async () => {
  const id = await addVerified(bed, 'twice@example.org');
  await invite(bed, 'chief@example.org', { role: 'reviewer', scope: inLand, email: 'twice@example.org' });
  const token = lastSecret(bed, 'twice@example.org');
  const both = await Promise.all([accept('twice@example.org', token), accept('twice@example.org', token)]);
  expect(both.map(({ statusCode }) => statusCode).filter((status) => status === 204)).toHaveLength(1);
  expect(await grantsOf(id)).toEqual(['reviewer']);
});

test('nobody else accepts it: another account, one that has not confirmed the address, the inviter', async () => {
  await addVerified(bed, 'thief@example.org');
  await addPerson(bed, 'unsure@example.org');
  await invite(bed, 'chief@example.org', { role: 'data_admin', scope: inLand, email: 'unsure@example.org' });
  const token = lastSecret(bed, 'unsure@example.org');
  for (const email of ['thief@example.org', 'unsure@example.org', 'chief@example.org']) {
    const answer = await accept(email, token);
    expect([email, answer.statusCode]).toEqual([email, 403]);
    expect(answer.body).not.toContain('unsure@');
  }
  expect((await post(bed, '/invitations/accept', { token })).statusCode).toBe(401);
  const self = { role: 'viewer', scope: inLand, email: 'chief@example.org', reason: 'me again' };
  expect((await askAs(bed, 'chief@example.org', '/invitations', self)).statusCode).toBe(403);
});

test('the database itself refuses an invitation accepted by its inviter', async () => {
  const made = await invite(bed, 'chief@example.org', {
    role: 'viewer',
    scope: inLand,
    phone: '+995599123456',
  });
  const forged = db.kysely
    .updateTable('invitation')
    .set({ accepted_at: bed.time.now, accepted_by: chiefId })
    .where('id', '=', made.id)
    .execute();
  await expect(forged).rejects.toThrow(/invitation_not_for_oneself/);
  expect(bed.sent.at(-1)).toMatchObject({ channel: 'sms', to: '+995599123456' });
});

test('one that was taken back or ran out is worth nothing, and forgets whom it was for', async () => {
  await addVerified(bed, 'late@example.org');
  const wish = { role: 'viewer', scope: inLand, email: 'late@example.org' };
  const revoked = await invite(bed, 'chief@example.org', wish);
  const first = lastSecret(bed, 'late@example.org');
  const take = (email: string) => askAs(bed, email, `/invitations/${revoked.id}/revoke`, {});
  expect((await take('north@example.org')).statusCode).toBe(403);
  expect((await take('chief@example.org')).statusCode).toBe(204);
  expect((await take('chief@example.org')).statusCode).toBe(404);
  expect((await accept('late@example.org', first)).statusCode).toBe(404);
  await invite(bed, 'chief@example.org', wish);
  const second = lastSecret(bed, 'late@example.org');
  const start = bed.time.now;
  bed.time.now = new Date(start.getTime() + invitationLifeMs);
  expect((await accept('late@example.org', second)).statusCode).toBe(404);
  const { signal } = new AbortController();
  const job = forgetInvitations({ platform: bed.platform });
  await job.run({}, { db, log: bed.platform.log, signal, attempt: 1 });
  bed.time.now = start;
  const left = await db.kysely
    .selectFrom('invitation')
    .select('id')
    .where('sealed', 'is not', null)
    .execute();
  expect(left).toEqual([]);
});

test('what the inviter holds no more is not given any more', async () => {
  const id = await addVerified(bed, 'heir@example.org');
  const deputyId = await addPerson(bed, 'deputy@example.org', {
    role: 'election_administrator',
    scope: { election: 'land-2028' },
  });
  const wish = { role: 'reviewer', scope: { election: 'land-2028' }, email: 'heir@example.org' };
  await invite(bed, 'deputy@example.org', wish);
  const [grant] = await bed.accounts.listGrants({ personIds: [deputyId] });
  unwrap(await bed.accounts.revokeGrant({ ...system, grantId: grant?.id ?? '' }));
  const answer = await accept('heir@example.org', lastSecret(bed, 'heir@example.org'));
  expect(answer.json()).toMatchObject({ code: 'wrong_state' });
  expect(await grantsOf(id)).toEqual([]);
});

test('invitations are given and seen within one’s reach only', async () => {
  const station = { election: 'land-2024', area: 'L-1-1' };
  const below = await invite(bed, 'chief@example.org', {
    role: 'correspondent',
    scope: station,
    email: 'below@example.org',
  });
  const above = await invite(bed, 'root@example.org', {
    role: 'viewer',
    scope: { election: 'land-2028' },
    email: 'above@example.org',
  });
  expect(await listFor('north@example.org')).toContain(below.id);
  for (const email of ['north@example.org', 'chief@example.org']) {
    expect(await listFor(email)).not.toContain(above.id);
  }
  expect(await listFor('root@example.org')).toEqual(expect.arrayContaining([below.id, above.id]));
  const up = {
    role: 'correspondent',
    scope: { election: 'land-2028' },
    email: 'x@example.org',
    reason: 'no',
  };
  for (const reason of ['no', 'because I can']) {
    const answer = await askAs(bed, 'north@example.org', '/invitations', { ...up, reason });
    expect(answer.statusCode).toBe(reason === 'no' ? 400 : 403);
  }
  expect(land.first).toBeTruthy();
});

test('one of e-mail and phone is needed, and one that can be', async () => {
  const send = (body: object) =>
    askAs(bed, 'root@example.org', '/invitations', { role: 'viewer', scope: {}, reason: 'testing', ...body });
  for (const body of [
    {},
    { email: 'a@example.org', phone: '+995599123456' },
    { email: 'a b' },
    { phone: '12345' },
  ]) {
    expect([body, (await send(body)).statusCode]).toEqual([body, 422]);
  }
});

test('whoever erases the own account takes open invitations to it along', async () => {
  await addVerified(bed, 'leaver@example.org');
  const made = await invite(bed, 'chief@example.org', {
    role: 'viewer',
    scope: inLand,
    email: 'leaver@example.org',
  });
  const other = await invite(bed, 'chief@example.org', {
    role: 'viewer',
    scope: inLand,
    email: 'stayer@example.org',
  });
  expect((await askAs(bed, 'leaver@example.org', '/auth/me/delete', {})).statusCode).toBe(204);
  const rows = await db.kysely
    .selectFrom('invitation')
    .select(['id', 'sealed', 'secret_hash'])
    .where('id', 'in', [made.id, other.id])
    .execute();
  // Two ids of one millisecond stand in either order.
  const row = (id: string) => rows.find((one) => one.id === id);
  expect(row(made.id)).toEqual({ id: made.id, sealed: null, secret_hash: null });
  expect(row(other.id)?.sealed).toEqual(expect.anything());
});
