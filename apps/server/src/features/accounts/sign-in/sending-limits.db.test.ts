import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { post, signInByCode } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, {
  COMITIUM_RATE_LIMITS: 'true',
  COMITIUM_CODES_PER_ADDRESS: '3',
  COMITIUM_CODES_PER_COUNTRY: '6',
  COMITIUM_CODES_PER_HOUR: '9',
  COMITIUM_PHONE_COUNTRIES: 'GE,GH,FR,ES',
});
afterAll(bed.close);
beforeEach(() => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_001);
});

const numbers = { georgia: '+99559900', ghana: '+23324412', france: '+3361234' };
const ask = (country: keyof typeof numbers, index: number, from: string, cookie = '') =>
  post(bed, '/auth/phone/code', { phone: `${numbers[country]}${1000 + index}` }, { from, cookie });
const statuses = async (count: number, one: (index: number) => ReturnType<typeof ask>): Promise<number[]> => {
  const all: number[] = [];
  for (let index = 0; index < count; index++) all.push((await one(index)).statusCode);
  return all;
};

test('one network sends so many codes an hour, to whatever numbers', async () => {
  expect(await statuses(4, (index) => ask('georgia', index, '203.0.113.5'))).toEqual([200, 200, 200, 429]);
  expect((await ask('georgia', 9, '203.0.113.6')).statusCode).toBe(200);
});

test('a burst from one network counts fully', async () => {
  const burst = await Promise.all(
    Array.from({ length: 9 }, (_, index) => ask('france', index, '203.0.113.77')),
  );
  expect(burst.filter((answer) => answer.statusCode === 200)).toHaveLength(3);
});

test('one country gets so many codes an hour, and all together so many, from however many networks', async () => {
  const georgia = await statuses(8, (index) => ask('georgia', index, `198.51.100.${index}`));
  expect(georgia).toEqual([...Array(6).fill(200), 429, 429]);
  const others = await statuses(4, (index) => ask(index % 2 ? 'ghana' : 'france', index, `192.0.2.${index}`));
  expect(others).toEqual([200, 200, 200, 429]);
});

test('who has signed in from this device before is served when the country’s codes are spent', async () => {
  const { cookie } = await signInByCode(bed, '+995599001500');
  await statuses(6, (index) => ask('georgia', index, `198.51.100.${index}`));
  expect((await ask('georgia', 99, '198.51.100.99')).statusCode).toBe(429);
  bed.time.now = new Date(bed.time.now.getTime() + 31_000);
  expect((await ask('georgia', 500, '198.51.100.99', cookie)).statusCode).toBe(200);
});

test('numbers of other countries are refused where the installation names its own', async () => {
  const answer = await post(bed, '/auth/phone/code', { phone: '+12025550123' });
  expect(answer.json()).toMatchObject({ errors: [{ path: '/phone' }] });
});

test('what was refused is in the trail, without the number', async () => {
  await bed.platform.trail.flush();
  const rows = await db.kysely.selectFrom('audit_refusal').selectAll().execute();
  expect(rows.map(({ kind, action }) => `${kind} ${action}`)).toContain('rate_limited send sign_in');
  expect(JSON.stringify(rows)).not.toMatch(/5990|2441|6123/);
});
