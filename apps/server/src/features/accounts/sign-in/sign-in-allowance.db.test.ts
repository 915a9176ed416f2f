import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { cookiesOf, post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_RATE_LIMITS: 'true' });
afterAll(bed.close);
await addPerson(bed, 'esi@example.org');

const signIn = (email: string, remoteAddress: string, secret = password) =>
  bed.server.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { email, password: secret },
    remoteAddress,
  });

/** The status of every attempt of one burst. */
const burst = async (count: number, attempt: (index: number) => ReturnType<typeof signIn>) =>
  (await Promise.all(Array.from({ length: count }, (_, index) => attempt(index)))).map(
    (answer) => answer.statusCode,
  );

test('the eleventh attempt for an e-mail within a minute is refused, known or unknown, right or wrong', async () => {
  const start = bed.time.now;
  const known = await burst(12, (index) => signIn('esi@example.org', `192.0.2.${index}`, 'wrong'));
  const unknown = await burst(12, (index) => signIn('nobody@example.org', `198.51.100.${index}`, 'wrong'));
  expect(known.toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
  expect(unknown.toSorted()).toEqual(known.toSorted());
  const right = await signIn(' ESI@example.org ', '203.0.113.1');
  expect(right.statusCode).toBe(429);
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  expect(right.headers['ratelimit']).toBe(`"command";r=0;t=${right.headers['retry-after']}`);
  expect(right.headers['ratelimit-policy']).toBe('"command";q=10;w=60');
  bed.time.now = new Date(start.getTime() + 60_001);
  expect((await signIn('esi@example.org', '203.0.113.1')).statusCode).toBe(200);
});

test('the eleventh attempt from an address is refused, whatever the e-mail', async () => {
  bed.time.now = new Date(bed.time.now.getTime() + 120_000);
  const statuses = await burst(11, (index) => signIn(`guess-${index}@example.org`, '203.0.113.7'));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

test('the addresses of one IPv6 subscriber count together', async () => {
  bed.time.now = new Date(bed.time.now.getTime() + 120_000);
  const statuses = await burst(11, (index) =>
    signIn(`six-${index}@example.org`, `2001:db8:1:2::${index + 1}`),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect((await signIn('six@example.org', '2001:db8:1:3::1')).statusCode).toBe(401);
});

test('strangers cannot lock out the owner, who has signed in from this browser before', async () => {
  bed.time.now = new Date(bed.time.now.getTime() + 120_000);
  const cookie = cookiesOf(await signIn('esi@example.org', '203.0.113.9'));
  await burst(12, (index) => signIn('esi@example.org', `192.0.2.${index}`, 'wrong'));
  expect((await signIn('esi@example.org', '198.51.100.9')).statusCode).toBe(429);
  const payload = { email: 'esi@example.org', password };
  const own = await post(bed, '/auth/sign-in', payload, { cookie, from: '198.51.100.9' });
  expect(own.statusCode).toBe(200);
});

test('a browser that is known has a limit too', async () => {
  bed.time.now = new Date(bed.time.now.getTime() + 120_000);
  const cookie = cookiesOf(await signIn('esi@example.org', '203.0.113.10'));
  const payload = { email: 'esi@example.org', password: 'wrong' };
  const statuses = await burst(12, () => post(bed, '/auth/sign-in', payload, { cookie }));
  expect(statuses.toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
});
