import { type UserId, unwrap, uuidv7 } from '@comitium/basics';
import type { Approval, PageOf } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { lastSecret } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addVerified, askAs, invite } from '../testing/invite.ts';
import { addPerson } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

const administrator = { role: 'platform_administrator' } as const;
const first = await addPerson(bed, 'first@example.org', administrator);
const second = await addPerson(bed, 'second@example.org', administrator);
await addPerson(bed, 'chief@example.org', { role: 'election_administrator' });

const ask = (email: string) => invite(bed, 'first@example.org', { ...administrator, scope: {}, email });
const approvalOf = async (invitationId: string): Promise<Approval> => {
  const answer = await askAs(bed, 'second@example.org', '/approvals?limit=100');
  const found = answer
    .json<PageOf<Approval>>()
    .items.find(({ invitation }) => invitation.id === invitationId);
  if (found === undefined) throw new Error(answer.body);
  return found;
};
const decide = (as: string, id: string, what: 'approve' | 'refuse', body: object = {}) =>
  askAs(bed, as, `/approvals/${id}/${what}`, body);

test('a platform administrator is asked for by one, approved by another, and accepts himself', async () => {
  const third = await addVerified(bed, 'third@example.org');
  const made = await ask('third@example.org');
  expect(made.state).toBe('awaiting_approval');
  expect(bed.sent.filter(({ to }) => to === 'third@example.org')).toEqual([]);
  const { id } = await approvalOf(made.id);
  expect((await decide('first@example.org', id, 'approve')).statusCode).toBe(403);
  expect((await decide('chief@example.org', id, 'approve')).statusCode).toBe(403);
  expect((await decide('second@example.org', id, 'approve', { reason: 'I know her' })).statusCode).toBe(204);
  expect((await decide('second@example.org', id, 'approve')).json()).toMatchObject({ code: 'wrong_state' });
  const token = lastSecret(bed, 'third@example.org');
  expect((await askAs(bed, 'second@example.org', '/invitations/accept', { token })).statusCode).toBe(403);
  expect((await askAs(bed, 'third@example.org', '/invitations/accept', { token })).statusCode).toBe(204);
  expect(unwrap(await bed.accounts.callerOfPerson(third)).grants).toMatchObject([administrator]);
  const history = (await askAs(bed, 'first@example.org', `/people/${third}/grants`)).json();
  expect(history).toMatchObject({
    items: [{ grantedBy: { id: first }, approvedBy: { id: second }, state: 'in_force' }],
  });
  expect(await approvalOf(made.id)).toMatchObject({ state: 'approved', decisionReason: 'I know her' });
});

test('who refuses says why, and nothing is sent', async () => {
  const made = await ask('no@example.org');
  const { id } = await approvalOf(made.id);
  expect((await decide('second@example.org', id, 'refuse')).statusCode).toBe(400);
  expect((await decide('second@example.org', id, 'refuse', { reason: 'Who is this?' })).statusCode).toBe(204);
  expect(bed.sent.filter(({ to }) => to === 'no@example.org')).toEqual([]);
  const refused = await approvalOf(made.id);
  expect(refused).toMatchObject({
    state: 'refused',
    decidedBy: { id: second },
    decisionReason: 'Who is this?',
  });
  expect(refused.invitation).toMatchObject({ state: 'refused', to: null });
});

test('of two decisions at the same moment one counts', async () => {
  const made = await ask('race@example.org');
  const { id } = await approvalOf(made.id);
  const both = await Promise.all([
    decide('second@example.org', id, 'approve'),
    decide('second@example.org', id, 'refuse', { reason: 'changed my mind' }),
  ]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409]);
});

test('an approval whose invitation was taken back cannot be given', async () => {
  const made = await ask('back@example.org');
  const { id } = await approvalOf(made.id);
  expect((await askAs(bed, 'first@example.org', `/invitations/${made.id}/revoke`, {})).statusCode).toBe(204);
  expect((await approvalOf(made.id)).state).toBe('withdrawn');
  expect((await decide('second@example.org', id, 'approve')).statusCode).toBe(409);
});

test('an approval by somebody who is no administrator any more makes nobody one', async () => {
  const gone = await addPerson(bed, 'gone@example.org', administrator);
  const heir = await addVerified(bed, 'heir@example.org');
  const made = await ask('heir@example.org');
  const { id } = await approvalOf(made.id);
  expect((await decide('gone@example.org', id, 'approve')).statusCode).toBe(204);
  const [grant] = await bed.accounts.listGrants({ personIds: [gone] });
  unwrap(await bed.accounts.revokeGrant({ ...system, grantId: grant?.id ?? '' }));
  const token = lastSecret(bed, 'heir@example.org');
  const answer = await askAs(bed, 'heir@example.org', '/invitations/accept', { token });
  expect(answer.json()).toMatchObject({ code: 'wrong_state' });
  expect(unwrap(await bed.accounts.callerOfPerson(heir)).grants).toEqual([]);
});

test('the database refuses a self-approval, and an administrator without two others', async () => {
  const made = await ask('forged@example.org');
  const { id } = await approvalOf(made.id);
  const approveAs = (person: UserId) =>
    db.kysely
      .updateTable('approval')
      .set({ state: 'approved', decided_by: person, decided_at: bed.time.now })
      .where('id', '=', id)
      .execute();
  await expect(approveAs(first)).rejects.toThrow(/approval_not_by_oneself/);
  const plain = await addPerson(bed, 'plain@example.org');
  const row = {
    person_id: plain,
    role: 'platform_administrator',
    election_id: null,
    area_id: null,
    starts_at: bed.time.now,
    ends_at: null,
    revoked_at: null,
  } as const;
  const insert = (more: object) =>
    db.kysely
      .insertInto('role_grant')
      .values({ ...row, id: uuidv7(Date.now()), granted_by: null, ...more })
      .execute();
  await expect(insert({ granted_by: first })).rejects.toThrow(/role_grant_(by_invitation|four_eyes)/);
  const invited = { granted_by: first, invitation_id: made.id };
  await expect(insert(invited)).rejects.toThrow(/role_grant_four_eyes/);
  await expect(insert({ ...invited, approved_by: first })).rejects.toThrow(/role_grant_four_eyes/);
  await expect(insert({ ...invited, approved_by: plain })).rejects.toThrow(/role_grant_four_eyes/);
  await expect(insert({ ...invited, granted_by: plain, approved_by: second })).rejects.toThrow(
    /role_grant_by_invitation/,
  );
});

test('a right cannot be rewritten or removed by the application, only ended', async () => {
  const rewritten = db.kysely.updateTable('role_grant').set({ granted_by: null }).execute();
  await expect(rewritten).rejects.toThrow(/permission denied/);
  const widened = db.kysely.updateTable('role_grant').set({ role: 'platform_administrator' }).execute();
  await expect(widened).rejects.toThrow(/permission denied/);
  const asked = db.kysely.updateTable('approval').set({ requested_by: second }).execute();
  await expect(asked).rejects.toThrow(/permission denied/);
  await expect(db.kysely.deleteFrom('role_grant').execute()).rejects.toThrow(/permission denied/);
});
