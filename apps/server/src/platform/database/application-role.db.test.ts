import { expect, test } from 'vitest';
import { appendToLedger } from '../ledger/index.ts';
import { noOrigin } from '../ledger/testing/no-origin.ts';
import { asRole, credentialsOf, mayChangeLedger } from './application-role.ts';
import { findUnprepared, mayCreateTables } from './check-prepared.ts';
import { createTestDatabase } from './testing/create-test-database.ts';
import { inTransaction } from './transaction.ts';

const db = await createTestDatabase();
const owner = await createTestDatabase({ asOwner: true });
const refused = '42501';

test('the application writes the ledger and the audit trail, and may change nothing in them', async () => {
  const event = { stream: 'n', type: 'number.named', version: 1, payload: {}, ...noOrigin } as const;
  await inTransaction(db, (tx) => appendToLedger(tx, [event]));
  await db.pool.query(`insert into audit_refusal (kind, action) values ('right_refused', 'x')`);
  for (const table of ['ledger', 'audit_refusal']) {
    for (const statement of [
      `update ${table} set action = 'y'`.replace('action', table === 'ledger' ? 'type' : 'action'),
      `update ${table} set occurred_at = now()`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} add column more int`,
      `alter table ${table} alter column occurred_at set default '2000-01-01'`,
      `create trigger t before insert on ${table} for each row execute function refuse_ledger_change()`,
      `create rule r as on insert to ${table} do instead nothing`,
      `drop table ${table} cascade`,
      `drop trigger ${table}_is_append_only on ${table}`,
      `select * from ${table} for update`,
      `insert into ${table} (id) overriding system value values (1)`,
    ]) {
      await expect(db.pool.query(statement), statement).rejects.toMatchObject({ code: refused });
    }
  }
  const { rows } = await db.pool.query('select count(*) as n from ledger');
  expect(rows).toEqual([{ n: 1 }]);
});

test('nor may it take another way round', async () => {
  for (const statement of [
    `insert into ledger (stream, type, version, payload, occurred_at) values ('n', 'n', 1, '{}', '2000-01-01')`,
    `insert into ledger (stream, type, version, payload, tx) values ('n', 'n', 1, '{}', '1')`,
    `update ledger_era set era = 2`,
    `delete from migration`,
    `set session_replication_role = replica`,
    `create or replace function refuse_ledger_change() returns trigger language plpgsql as 'begin return null; end'`,
    `drop function refuse_ledger_change cascade`,
    `create table mine (id int)`,
    `drop schema public cascade`,
    `grant update on ledger to current_user`,
    `set role ${credentialsOf(owner.connectionString)?.role ?? ''}`,
  ]) {
    const { command } = await db.pool.query(statement).catch((error: { code: string }) => {
      expect(error.code, statement).toBe(refused);
      return { command: 'refused' };
    });
    // PostgreSQL answers a grant of what one does not hold with a warning.
    expect(command, statement).toEqual(statement.startsWith('grant') ? expect.any(String) : 'refused');
  }
  expect(await mayChangeLedger(db)).toBe(false);
});

test('the owner is told from the application', async () => {
  expect(await mayChangeLedger(owner)).toBe(true);
  expect(await mayCreateTables(owner)).toBe(true);
  expect(await mayCreateTables(db)).toBe(false);
  expect(await findUnprepared(db)).toBe(null);
  await owner.pool.query(`delete from migration where name like '0007%'`);
  const forgetful = await createTestDatabase();
  expect(await findUnprepared(forgetful)).toBe(null);
  expect(await findUnprepared(owner)).toContain('lacks 0007_audit.sql');
});

test.each([
  ['postgresql://a@/d?host=%2Ftmp', 'postgresql://b@/d?host=%2Ftmp'],
  ['postgresql://a:x%40y@h:1/d', 'postgresql://b@h:1/d'],
  ['postgresql://h/d', 'postgresql://b@h/d'],
])('%s for another role is %s', (given, other) => {
  expect(asRole(given, 'b')).toBe(other);
  expect(credentialsOf('postgresql://a:x%40y@h:1/d')).toEqual({ role: 'a', password: 'x@y' });
});
