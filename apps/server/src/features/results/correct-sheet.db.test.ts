import { randomUUID } from 'node:crypto';
import type { Sheet, SheetReceipt } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { type Headers, openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed, { shape: [2, 2, 6] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const desk = await bed.addPerson('desk@x.example', { role: 'data_admin' });
afterAll(() => bed.close());

const results = '/elections/e/results';
const votes = { ama: 100, kofi: 200, esi: 50 };
const figures = { votes, rejected: 2, cast: 352, registered: 500, reason: 'read the form again' };

const upload = async (who: Headers): Promise<string> => {
  const pdf = Buffer.from(`%PDF-1.7 ${randomUUID()} and enough of it`);
  const answer = await bed.app.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...who, 'content-type': 'application/pdf' },
    payload: pdf,
  });
  return answer.json<{ id: string }>().id;
};
const submit = async (station: string, more: object = {}): Promise<string> => {
  const body = { ...presidentSheet(station, { ama: 1, kofi: 2, esi: 3 }), ...more };
  const headers = { ...admin, 'idempotency-key': randomUUID() };
  const answer = await bed.send('POST', `${results}/polling-station`, { headers, body });
  return answer.json<SheetReceipt>().sheetId;
};
const correct = (sheet: string, more: object = {}, headers: Headers = {}) =>
  bed.send('POST', `${results}/sheets/${sheet}/correct`, {
    headers: { ...desk, ...headers },
    body: { ...figures, ...more },
  });

test('a key of one sheet does not pass for another, and its own repetition says so', async () => {
  const [first, second] = [await submit('L-1-1-1'), await submit('L-1-1-2')];
  const key = { 'idempotency-key': 'the-key' };
  expect((await correct(first, {}, key)).json()).toMatchObject({ revision: 2 });
  const again = await correct(first, {}, key);
  expect(again.json()).toMatchObject({ revision: 2 });
  expect(again.headers['idempotent-replayed']).toBe('true');
  const other = await correct(second, {}, key);
  expect(other.statusCode).toBe(422);
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' });
});

test('a correction shows only what its author or the sheet’s senders have uploaded', async () => {
  const photo = await upload(admin);
  const sheet = await submit('L-1-1-3', { attachments: [photo] });
  for (const attachments of [['nothing'], [randomUUID()], [await upload(admin)]]) {
    const answer = await correct(sheet, { attachments });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'file_not_found' });
  }
  const evidence = await upload(desk);
  const corrected = await correct(sheet, { attachments: [photo, evidence] });
  expect(corrected.json<Sheet>().attachments).toEqual([photo, evidence]);
});

test('a correction that says nothing of the photo keeps it', async () => {
  const photo = await upload(admin);
  const sheet = await submit('L-1-1-4', { attachments: [photo] });
  expect((await correct(sheet)).json<Sheet>().attachments).toEqual([photo]);
});

test('an If-Match that matches nothing is refused, with the figures by choice', async () => {
  const sheet = await submit('L-1-1-5');
  for (const header of ['"7"', 'x', '']) {
    const answer = await correct(sheet, {}, { 'if-match': header });
    expect(answer.statusCode).toBe(412);
    expect(answer.json()).toMatchObject({
      code: 'stale_version',
      current: { revision: 1, votes: { ama: 1, kofi: 2, esi: 3 } },
    });
  }
  expect((await correct(sheet, {}, { 'if-match': '*' })).statusCode).toBe(200);
});

test('whoever corrected the figures does not verify them', async () => {
  const sheet = await submit('L-1-1-6');
  const other = await bed.addPerson('other@x.example', { role: 'platform_administrator' });
  await bed.send('POST', `${results}/sheets/${sheet}/correct`, { headers: other, body: figures });
  const verify = (headers: Headers) =>
    bed.send('POST', `${results}/sheets/${sheet}/verify`, { headers, body: {} });
  expect((await verify(other)).statusCode).toBe(403);
  expect((await verify(admin)).json()).toMatchObject({ status: 'verified' });
});

test('a sheet that was accepted is told again to its key when the election takes no more', async () => {
  const headers = { ...admin, 'idempotency-key': 'before-the-end' };
  const send = (body: object) => bed.send('POST', `${results}/polling-station`, { headers, body });
  const body = presidentSheet('L-1-2-1', { ama: 1, kofi: 2, esi: 3 });
  const first = await send(body);
  expect(first.statusCode).toBe(201);
  await bed.app.platform.db.kysely
    .updateTable('election')
    .set({ state: 'certified' })
    .where('code', '=', 'e')
    .execute();
  const found = await bed.app.elections.book.find('e');
  if (found !== null) bed.app.elections.book.invalidate(found.id);
  const again = await send(body);
  expect(again.statusCode).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.json()).toEqual(first.json());
  expect((await send({ ...body, cast: 9 })).statusCode).toBe(422);
  const fresh = presidentSheet('L-1-2-2', { ama: 1, kofi: 2, esi: 3 });
  const late = await bed.send('POST', `${results}/polling-station`, {
    headers: { ...admin, 'idempotency-key': 'after-the-end' },
    body: fresh,
  });
  expect(late.json()).toMatchObject({ code: 'wrong_state' });
});
