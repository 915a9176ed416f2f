import { createRemoteJWKSet, jwtVerify } from 'jose';
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
await addPerson(bed, 'esi@example.org');
const hourMs = 3_600_000;
const later = (ms: number): void => {
  for (const one of [bed, otherProcess]) one.time.now = new Date(one.time.now.getTime() + ms);
};
const kidOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
const published = async (): Promise<string[]> => {
  const answer = await otherProcess.server.inject('/.well-known/jwks.json');
  return answer.json<{ keys: { kid: string }[] }>().keys.map(({ kid }) => kid);
};
const me = async (token: string): Promise<number> =>
  (
    await otherProcess.server.inject({
      url: '/api/v1/auth/me',
      headers: { authorization: `Bearer ${token}` },
    })
  ).statusCode;
const rotate = async (): Promise<void> => {
  const job = bed.accounts.jobs?.find(({ name }) => name === 'signing-keys.rotate');
  const { signal } = new AbortController();
  await job?.run({}, { db, log: bed.platform.log, signal, attempt: 1 });
};

test('anybody can check a token with the published keys, which hold no private part', async () => {
  const { token } = await signInAs(bed, 'esi@example.org');
  const url = new URL('/.well-known/jwks.json', await bed.server.listen({ port: 0, host: '127.0.0.1' }));
  const { payload } = await jwtVerify(token, createRemoteJWKSet(url), { issuer: 'comitium' });
  expect(payload.sub).toBeDefined();
  const { keys } = (await (await fetch(url)).json()) as { keys: object[] };
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
});

test('a new key is published before it signs, and nobody is signed out when it does', async () => {
  const old = await signInAs(bed, 'esi@example.org');
  await rotate();
  expect(await published()).toHaveLength(1);
  later(31 * 24 * hourMs);
  await Promise.all([rotate(), rotate()]);
  const keys = await published();
  expect(keys).toHaveLength(2);
  const [next] = keys.filter((kid) => kid !== kidOf(old.token));
  const between = await signInAs(otherProcess, 'esi@example.org');
  expect(kidOf(between.token)).toBe(kidOf(old.token));
  later(hourMs - 60_000);
  const last = await signInAs(bed, 'esi@example.org');
  later(61_000);
  const signed = [await signInAs(bed, 'esi@example.org'), await signInAs(otherProcess, 'esi@example.org')];
  expect(signed.map(({ token }) => kidOf(token))).toEqual([next, next]);
  // Signed by the old key and not over yet, seen by a process that had not seen it before.
  expect([kidOf(last.token), await me(last.token)]).toEqual([kidOf(old.token), 200]);
  later(2 * hourMs);
  expect(await published()).toEqual([next]);
  expect(await me((await signInAs(bed, 'esi@example.org')).token)).toBe(200);
});
