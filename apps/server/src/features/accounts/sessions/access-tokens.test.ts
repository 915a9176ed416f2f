import type { UserId } from '@comitium/basics';
import fc from 'fast-check';
import { generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createAccessTokens } from './access-tokens.ts';
import { tokenAlgorithm } from './signing-keys.ts';

const time = { now: new Date('2024-12-07T18:00:00Z') };
const pair = await generateKeyPair(tokenAlgorithm);
let checks = 0;
const keys = {
  current: async () => ({ id: 'k1', privateKey: pair.privateKey }),
  find: async (id: string) => {
    checks += 1;
    return id === 'k1' ? pair.publicKey : null;
  },
};
const create = () => createAccessTokens(keys, { now: () => time.now });
const claims = {
  personId: 'p1' as UserId,
  sessionId: 's1',
  secondFactor: false,
  expiresAt: new Date('2024-12-07T18:15:00Z'),
};
const token = await create().issue(claims);

test('what was issued is what is read, and it holds no right', async () => {
  expect(await create().verify(token)).toEqual(claims);
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  expect(Object.keys(payload).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
});

test('a token is checked once and remembered until it ends', async () => {
  const tokens = create();
  expect(tokens.recall(token)).toBeUndefined();
  await tokens.verify(token);
  const before = checks;
  expect(await tokens.verify(token)).toEqual(claims);
  expect(tokens.recall(token)).toEqual(claims);
  expect(checks).toBe(before);
  time.now = claims.expiresAt;
  expect(tokens.recall(token)).toBeUndefined();
  expect(await tokens.verify(token)).toBeNull();
  time.now = new Date('2024-12-07T18:00:00Z');
});

test('one changed character anywhere makes a token worthless, and nothing that is sent throws', async () => {
  const tokens = create();
  const position = fc.nat({ max: token.length - 2 });
  await fc.assert(
    fc.asyncProperty(position, fc.string({ minLength: 1, maxLength: 1 }), async (at, sign) => {
      // '+' and '/' are what '-' and '_' stand for.
      fc.pre(token[at] !== sign && !'+/'.includes(sign));
      expect(await tokens.verify(token.slice(0, at) + sign + token.slice(at + 1))).toBeNull();
    }),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.base64String(), { maxLength: 5 }), async (parts) => {
      expect(await tokens.verify(parts.join('.'))).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['for another audience', { aud: 'another-api' }],
  ['for no audience', { aud: undefined }],
  ['of another issuer', { iss: 'somebody' }],
  ['that is over', { exp: 1_733_594_399 }],
  ['that never ends', { exp: undefined }],
  ['not yet good', { nbf: 1_733_600_000 }],
  ['of nobody', { sub: undefined }],
  ['of no session', { sid: undefined }],
  ['of another type', {}, { typ: 'JWT' }],
] as [string, object, object?][])(
  'a token %s is worthless, though it is well signed',
  async (_what, change, header = {}) => {
    const sign = (payload: object, more: object) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: tokenAlgorithm, kid: 'k1', typ: 'at+jwt', ...more })
        .sign(pair.privateKey);
    const good = { iss: 'comitium', aud: 'comitium-api', sub: 'p1', sid: 's1', exp: 1_733_595_300 };
    expect(await create().verify(await sign(good, {}))).toEqual(claims);
    expect(await create().verify(await sign({ ...good, ...change }, header))).toBeNull();
  },
);
