import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { appendLeaves } from './append-leaves.ts';
import { createLeafFinder } from './leaf-finder.ts';

const db = await createTestDatabase();
await db.pool.query("insert into notary_log (origin, public_key) values ('test', '\\x00')");

const entry = (n: number): string => JSON.stringify(['comitium/test/1', n]);
const hashOf = (n: number): Buffer =>
  createHash('sha256')
    .update(`\0${entry(n)}`)
    .digest();
let size = 0;
const grow = (by: number) =>
  inTransaction(db, async (tx) => {
    const leaves = Array.from({ length: by }, (_, at) => ({
      text: entry(size + at),
      ledgerId: size + at,
      inLedger: false,
      salt: null,
    }));
    size = await appendLeaves(tx, leaves);
  });

test('every leaf is found where it stands, while the log grows over tiles and tables', async () => {
  const finder = createLeafFinder();
  expect(await finder.find(db.kysely, hashOf(0))).toBeNull();
  for (const by of [1, 254, 1, 1, 300, 5_000, 7]) {
    const before = size;
    await grow(by);
    const asked = new Set([0, before, before + Math.floor(by / 2), size - 1]);
    for (const index of asked) expect(await finder.find(db.kysely, hashOf(index))).toBe(index);
    expect(await finder.find(db.kysely, hashOf(size))).toBeNull();
  }
});

test('hashes that begin alike are told apart, and what is no hash is not found', async () => {
  const finder = createLeafFinder();
  const almost = hashOf(3);
  almost.writeUInt8(almost.readUInt8(31) ^ 1, 31);
  expect(await finder.find(db.kysely, almost)).toBeNull();
  expect(await finder.find(db.kysely, Buffer.alloc(31))).toBeNull();
  expect(await finder.find(db.kysely, Buffer.alloc(0))).toBeNull();
  const all = Array.from({ length: 40 }, (_, at) => at * 100);
  expect(await Promise.all(all.map((index) => finder.find(db.kysely, hashOf(index))))).toEqual(all);
});
