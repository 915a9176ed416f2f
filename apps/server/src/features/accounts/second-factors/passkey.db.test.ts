import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { beginSignIn } from '../testing/second-factors.ts';
import { SoftAuthenticator } from '../testing/soft-authenticator.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
afterAll(bed.close);
const here = { rpId: 'results.example', origin: 'https://results.example' };

interface Offer {
  readonly challenge: string;
  readonly options: { readonly challenge: string; readonly allowCredentials?: object[] };
}

const enrol = async (email: string, device: SoftAuthenticator): Promise<string[] | null> => {
  const { headers } = await signInAs(bed, email);
  const { challenge, options } = (await post(bed, '/auth/me/passkeys', {}, headers)).json<Offer>();
  const passkey = device.create({ ...here, challenge: options.challenge });
  const body = { challenge, name: 'My phone', passkey };
  const answer = await post(bed, '/auth/me/passkeys/confirm', body, headers);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ recoveryCodes: string[] | null }>().recoveryCodes;
};

const offered = async (): Promise<Offer> => (await post(bed, '/auth/passkey/options', {})).json<Offer>();
const signIn = async (device: SoftAuthenticator, place = here, offer?: Offer) => {
  const { challenge, options } = offer ?? (await offered());
  const passkey = device.get({ ...place, challenge: options.challenge });
  return post(bed, '/auth/passkey/sign-in', { challenge, passkey });
};

await addPerson(bed, 'esi@example.org');
await addPerson(bed, 'kofi@example.org');
const phone = new SoftAuthenticator();
phone.counter = 1;
const recoveryCodes = await enrol('esi@example.org', phone);

test('with the first factor come ten recovery codes', () => {
  expect(recoveryCodes).toHaveLength(10);
});

test('a passkey signs in alone, without a name, as two factors', async () => {
  const answer = await signIn(phone);
  expect(answer.statusCode).toBe(200);
  const headers = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  const sessions = await bed.server.inject({ url: '/api/v1/auth/me/sessions', headers });
  const { items } = sessions.json<{ items: { current: boolean }[] }>();
  expect(items.find(({ current }) => current)).toMatchObject({ method: 'passkey', secondFactor: true });
  const factors = await bed.server.inject({ url: '/api/v1/auth/me/factors', headers });
  expect(factors.json()).toMatchObject({
    passkeys: [{ name: 'My phone', lastUsedAt: bed.time.now.toISOString() }],
  });
});

test('alone it must have recognised its owner; beside a password it need not', async () => {
  phone.verifies = false;
  expect((await signIn(phone)).json()).toMatchObject({ code: 'passkey_refused' });
  const challenge = await beginSignIn(bed, 'esi@example.org');
  const offer = (await post(bed, '/auth/second-factor/passkey', { challenge })).json<Offer>();
  expect(offer.options.allowCredentials).toHaveLength(1);
  const passkey = phone.get({ ...here, challenge: offer.options.challenge });
  expect((await post(bed, '/auth/second-factor', { challenge, passkey })).statusCode).toBe(200);
  phone.verifies = true;
});

test('a question is asked once: an answer that is sent again, or late, is refused', async () => {
  const offer = await offered();
  expect((await signIn(phone, here, offer)).statusCode).toBe(200);
  expect((await signIn(phone, here, offer)).json()).toMatchObject({ code: 'passkey_refused' });
  const late = await offered();
  bed.time.now = new Date(bed.time.now.getTime() + 300_001);
  expect((await signIn(phone, here, late)).json()).toMatchObject({ code: 'passkey_refused' });
});

test('other pages, other domains and other questions are refused', async () => {
  const [one, two] = [await offered(), await offered()];
  const crossed = { challenge: one.challenge, options: two.options };
  const answers = [
    await signIn(phone, { ...here, origin: 'https://evil.example' }),
    await signIn(phone, { ...here, rpId: 'evil.example' }),
    await signIn(phone, here, crossed),
    await signIn(new SoftAuthenticator()),
  ];
  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual(
    Array(4).fill('passkey_refused'),
  );
});

test('a counter that does not grow tells of a copy', async () => {
  const copy = phone.counter;
  expect((await signIn(phone)).statusCode).toBe(200);
  phone.counter = copy;
  expect((await signIn(phone)).json()).toMatchObject({ code: 'passkey_refused' });
  phone.counter = copy + 10;
  expect((await signIn(phone)).statusCode).toBe(200);
});

test('a passkey without a counter works as often as one likes', async () => {
  const synced = new SoftAuthenticator();
  expect(await enrol('kofi@example.org', synced)).toHaveLength(10);
  expect([(await signIn(synced)).statusCode, (await signIn(synced)).statusCode]).toEqual([200, 200]);
});

test('a passkey of another account answers nobody else’s challenge, and names nobody else', async () => {
  const stranger = new SoftAuthenticator();
  await addPerson(bed, 'abena@example.org');
  await enrol('abena@example.org', stranger);
  const challenge = await beginSignIn(bed, 'esi@example.org');
  const offer = (await post(bed, '/auth/second-factor/passkey', { challenge })).json<Offer>();
  const passkey = stranger.get({ ...here, challenge: offer.options.challenge });
  const refused = await post(bed, '/auth/second-factor', { challenge, passkey });
  expect(refused.json()).toMatchObject({ code: 'passkey_refused', triesLeft: 4 });
  stranger.userHandle = Buffer.from('01900000-0000-7000-8000-000000000000').toString('base64url');
  expect((await signIn(stranger)).json()).toMatchObject({ code: 'passkey_refused' });
});

test('a registration belongs to the session that began it, and to one account', async () => {
  const device = new SoftAuthenticator();
  await addPerson(bed, 'yaw@example.org');
  await addPerson(bed, 'adwoa@example.org');
  const [mine, other] = [await signInAs(bed, 'yaw@example.org'), await signInAs(bed, 'adwoa@example.org')];
  const { challenge, options } = (await post(bed, '/auth/me/passkeys', {}, mine.headers)).json<Offer>();
  const passkey = device.create({ ...here, challenge: options.challenge });
  const body = { challenge, name: 'A key', passkey };
  const confirm = (headers: { authorization: string }, more: object = body) =>
    post(bed, '/auth/me/passkeys/confirm', more, headers);
  expect((await confirm(other.headers)).json()).toMatchObject({ code: 'passkey_refused' });
  expect((await confirm(mine.headers)).statusCode).toBe(200);
  expect((await confirm(mine.headers)).json()).toMatchObject({ code: 'passkey_refused' });
  const again = (await post(bed, '/auth/me/passkeys', {}, other.headers)).json<Offer>();
  const taken = device.create({ ...here, challenge: again.options.challenge });
  const stolen = { challenge: again.challenge, name: 'Mine now', passkey: taken };
  expect((await confirm(other.headers, stolen)).json()).toMatchObject({ code: 'passkey_refused' });
});

test('the password alone is not enough any more', async () => {
  const answer = await post(bed, '/auth/sign-in', { email: 'esi@example.org', password });
  expect(answer.json()).toMatchObject({
    code: 'second_factor_required',
    methods: ['passkey', 'recovery_code'],
  });
});
