import { type AccountExport, type Me, mostPhotoBytes } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../../platform/database/testing/create-test-database.ts';
import { post, signInByCode } from '../../testing/ask.ts';
import { createTestBed } from '../../testing/create-test-bed.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);

type Headers = { readonly authorization: string };
const url = '/api/v1/auth/me/photo';
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]);

const put = (headers: Headers, payload: Buffer, type = 'image/jpeg') =>
  bed.server.inject({ method: 'PUT', url, headers: { ...headers, 'content-type': type }, payload });
const get = (headers: Headers) => bed.server.inject({ url, headers });
const me = async (headers: Headers) =>
  (await bed.server.inject({ url: '/api/v1/auth/me', headers })).json<Me>();

test('a photo is kept as it was sent, shown to its owner alone, replaced and removed', async () => {
  const headers = await signInByCode(bed, '+995599300001');
  expect([(await me(headers)).photoAt, (await get(headers)).statusCode]).toEqual([null, 404]);
  expect((await put(headers, jpeg)).statusCode).toBe(204);
  const shown = await get(headers);
  expect(shown.rawPayload.equals(jpeg)).toBe(true);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect((await me(headers)).photoAt).toBe(bed.time.now.toISOString());
  const other = Buffer.concat([jpeg, Buffer.from([1])]);
  expect((await put(headers, other)).statusCode).toBe(204);
  expect((await get(headers)).rawPayload.equals(other)).toBe(true);
  const stranger = await signInByCode(bed, '+995599300002');
  expect((await get(stranger)).statusCode).toBe(404);
  expect((await bed.server.inject({ url })).statusCode).toBe(401);
  expect((await bed.server.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
  expect((await get(headers)).statusCode).toBe(404);
});

test('what is no picture or too large is refused, whatever it calls itself', async () => {
  const headers = await signInByCode(bed, '+995599300003');
  for (const content of ['<svg onload="alert(1)"/>', '%PDF-1.7 and more than sixteen', ''])
    expect((await put(headers, Buffer.from(content))).json()).toMatchObject({
      code: 'unsupported_media_type',
    });
  const large = Buffer.concat([jpeg, Buffer.alloc(mostPhotoBytes)]);
  expect((await put(headers, large)).json()).toMatchObject({ code: 'too_large' });
  expect((await put(headers, Buffer.from('{"a":1}'), 'application/json')).statusCode).toBe(415);
  expect((await me(headers)).photoAt).toBeNull();
});

test('the photo is in the export, and goes with the account', async () => {
  const headers = await signInByCode(bed, '+995599300004');
  await put(headers, jpeg);
  const account = (await bed.server.inject({ url: '/api/v1/auth/me/export', headers })).json<AccountExport>();
  expect(account.profile.photo).toEqual({ mediaType: 'image/jpeg', content: jpeg.toString('base64') });
  expect((await post(bed, '/auth/me/delete', {}, headers)).statusCode).toBe(204);
  const { id } = account.profile;
  const left = await db.kysely.selectFrom('person_photo').select('person_id').execute();
  expect(left.map(({ person_id }) => person_id)).not.toContain(id);
});
