import type { UserId } from '@comitium/basics';
import fc from 'fast-check';
import { generateKeyPair } from 'jose';
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
  expect(Object.keys(payload).toSorted()).toEqual(['exp', 'iat', 'iss', 'sid', 'sub']);
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
