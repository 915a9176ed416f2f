import { systemClock } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { Caller } from '../../platform/access/allows.ts';
import { anonymous } from '../../platform/access/allows.ts';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { deleteRegister } from './delete-register.ts';
import { checkImport, importRegister } from './import-register.ts';
import { createRegisterBook } from './register-book.ts';
import type { RegisterRow, RegisterSource } from './register-row.ts';

const db = await createTestDatabase();
const platform = { db, clock: systemClock };
const system: Caller = { kind: 'system', name: 'test' };
const origin = { caller: system, requestId: 'request-1' };

const row = (code: string, level: number, parent: string | null, registered = 0): RegisterRow => ({
  path: '',
  line: undefined,
  code,
  name: `Area ${code}`,
  parent,
  level,
  registered,
  point: level === 2 ? [1.5, 6.5] : null,
});

const source = (code: string, regions: number, stationsEach: number): RegisterSource => ({
  code,
  name: `Register ${code}`,
  levels: ['nation', 'region', 'station'],
  simulated: true,
  rows: [
    row('X', 0, null),
    ...Array.from({ length: regions }, (_, region) => [
      row(`R${region}`, 1, 'X'),
      ...Array.from({ length: stationsEach }, (_, station) =>
        row(`R${region}-${station}`, 2, `R${region}`, 10),
      ),
    ]).flat(),
  ],
});

const ledgerTypes = async (id: string) =>
  (
    await db.kysely
      .selectFrom('ledger')
      .select('type')
      .where('stream', '=', `register:${id}`)
      .orderBy('id')
      .execute()
  ).map(({ type }) => type);

test('a large register is written, told to the ledger, and read back as it was', async () => {
  const imported = await importRegister(platform, source('large', 70, 999), origin);
  if (!imported.ok) throw new Error(imported.error.detail);
  const book = createRegisterBook(db);
  const register = await book.get(imported.value.id);
  expect(register.size).toBe(70_001);
  expect(register.stations[0]).toBe(69_930);
  expect(register.registeredBelow[0]).toBe(699_300);
  const station = register.find('R69-998') ?? -1;
  expect(register.path(station).map((index) => register.codes[index])).toEqual(['R69-998', 'R69', 'X']);
  expect(register.point(station)).toEqual([1.5, 6.5]);
  expect(await ledgerTypes(imported.value.id)).toEqual(['register.imported']);
  expect(await book.find('large')).toBe(register);
  expect(await book.find(imported.value.id)).toBe(register);
});

test('a register with errors writes nothing', async () => {
  const bad = { ...source('bad', 1, 2), rows: [...source('bad', 1, 2).rows, row('R0-0', 2, 'R0')] };
  const refused = await importRegister(platform, bad, origin);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'import_refused', errors: [{ code: 'duplicate_code' }] },
  });
  expect(await createRegisterBook(db).find('bad')).toBeNull();
});

test('a code is taken once, even by two imports at the same time', async () => {
  const both = await Promise.all([1, 2].map(() => importRegister(platform, source('twice', 2, 2), origin)));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'code_taken' } });
});

test('a dry run tells what an import would say', () => {
  expect(checkImport(source('dry', 1, 1))).toMatchObject({ written: false, rows: 3, errors: [] });
});

test('only who manages the territory may import', async () => {
  const refused = await importRegister(platform, source('open', 1, 1), {
    caller: anonymous,
    requestId: null,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('one loading serves all who ask at once', async () => {
  const imported = await importRegister(platform, source('flight', 1, 1), origin);
  if (!imported.ok) throw new Error(imported.error.detail);
  const book = createRegisterBook(db);
  const [a, b] = await Promise.all([book.get(imported.value.id), book.get(imported.value.id)]);
  expect(a).toBe(b);
});

test('a register that nobody uses can be deleted, and its code used again', async () => {
  const imported = await importRegister(platform, source('gone', 1, 1), origin);
  if (!imported.ok) throw new Error(imported.error.detail);
  const book = createRegisterBook(db);
  const register = await book.get(imported.value.id);
  expect(await deleteRegister(platform, register, origin)).toEqual({ ok: true, value: undefined });
  expect(await book.find('gone')).toBeNull();
  expect(await deleteRegister(platform, register, origin)).toMatchObject({
    error: { code: 'register_not_found' },
  });
  expect(await ledgerTypes(register.id)).toEqual(['register.imported', 'register.deleted']);
  expect(await importRegister(platform, source('gone', 1, 1), origin)).toMatchObject({ ok: true });
});

test('a register that an election uses stays', async () => {
  const imported = await importRegister(platform, source('used', 1, 1), origin);
  if (!imported.ok) throw new Error(imported.error.detail);
  await db.pool.query(
    `insert into election (id, code, name, kind, polling_date, register_id, state, basis, settings, simulated)
     values (gen_random_uuid(), 'e', 'E', 'general', '2024-12-07', $1, 'setup', 'provisional', '{}', true)`,
    [imported.value.id],
  );
  const register = await createRegisterBook(db).get(imported.value.id);
  expect(await deleteRegister(platform, register, origin)).toMatchObject({
    ok: false,
    error: { code: 'in_use' },
  });
});
