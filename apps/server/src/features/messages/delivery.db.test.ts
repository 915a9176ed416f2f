import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createTestBed, nobody } from './testing/create-test-bed.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(() => bed.close());
const patience = { timeout: 20_000 };

const arrives = (id: string, state: string) => expect.poll(() => bed.stateOf(id), patience).toBe(state);

test('all three channels reach the local mailbox, each in its own form', async () => {
  const ids = [
    await bed.send({ to: '+995555000001' }),
    await bed.send({
      channel: 'email',
      to: 'esi@example.org',
      template: 'verify_email',
      values: { link: 'https://a.example/v' },
      language: 'fr',
    }),
    await bed.send({ channel: 'push', to: nobody, template: 'security_alert', values: { text: 'Changed.' } }),
  ];
  for (const id of ids) await arrives(id, 'sent');
  const items = await bed.readMailbox();
  const [sms, email, push] = ids.map((id) => items.find((item) => item.id === id));
  expect(sms).toMatchObject({ channel: 'sms', to: '+995555000001', subject: null, html: null });
  expect(sms?.text).toMatch(/^042917 is your sign-in code/);
  expect(email).toMatchObject({
    channel: 'email',
    to: 'esi@example.org',
    subject: 'Confirmez votre adresse e-mail',
  });
  expect(email?.text).toContain('https://a.example/v');
  expect(email?.html).toContain('<html lang="fr"');
  expect(push).toMatchObject({ channel: 'push', to: nobody, text: 'Changed.' });
});

test('a key that was used sends nothing more', async () => {
  const first = await bed.send({ key: 'once', to: '+995555000002' });
  const second = await bed.send({ key: 'once', to: '+995555000003' });
  expect(second).toBe(first);
  await arrives(first, 'sent');
  // A message is sent before its job is put away; a second job would be done before that too.
  const waiting = sql<{ jobs: number }>`select count(*)::int as jobs from graphile_worker._private_jobs`;
  await expect
    .poll(async () => (await waiting.execute(db.kysely)).rows, { timeout: 10_000 })
    .toEqual([{ jobs: 0 }]);
  expect(
    (await bed.readMailbox()).filter(({ to }) => to.startsWith('+99555500000')).map(({ to }) => to),
  ).not.toContain('+995555000003');
});

test('nothing is sent by a transaction that rolls back', async () => {
  const work = inTransaction(db, async (tx) => {
    await bed.messages.send(tx, {
      channel: 'sms',
      to: '+1',
      template: 'change_phone',
      values: { code: '1' },
      language: 'en',
      key: 'rolled back',
      personId: null,
    });
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(
    await db.kysely.selectFrom('message').select('id').where('key', '=', 'rolled back').execute(),
  ).toEqual([]);
});

test('the row holds neither address nor code', async () => {
  const id = await bed.send({ to: '+995555777888', values: { code: '918273', minutes: '5' } });
  await arrives(id, 'sent');
  const { rows } = await sql<{
    text: string;
  }>`select message::text || coalesce(mailbox_item::text, '') as text
    from message left join mailbox_item using (id) where message.id = ${id}`.execute(db.kysely);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).not.toMatch(/777888|918273/);
});

test('a code older than its life is never sent', async () => {
  const id = await bed.send({ to: '+995555000009', expiresAt: new Date(bed.time.now.getTime() - 1) });
  await arrives(id, 'expired');
  expect((await bed.readMailbox()).some((item) => item.id === id)).toBe(false);
});
