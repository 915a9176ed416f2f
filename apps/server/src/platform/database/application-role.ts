// Two roles share the work: the owner makes and changes the tables, the application reads and writes their rows. What
// the application may not do, no fault of ours and no injected statement can do either.
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { inTransaction } from './transaction.ts';

/** The application's role in the embedded PostgreSQL. */
export const embeddedApplication = 'comitium_app';

const authority = /^([a-z]+:\/\/)(?:[^/@]*@)?/;

/** The same database for another role. */
export const asRole = (connectionString: string, role: string, password?: string): string => {
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return connectionString.replace(authority, `$1${encodeURIComponent(role)}${secret}@`);
};

export interface RoleCredentials {
  readonly role: string;
  readonly password: string;
}

/** Whom a connection string names; null where it names nobody. */
export const credentialsOf = (connectionString: string): RoleCredentials | null => {
  const found = /^[a-z]+:\/\/([^:/@]+)(?::([^@/]*))?@/.exec(connectionString);
  if (found === null) return null;
  return { role: decodeURIComponent(found[1] ?? ''), password: decodeURIComponent(found[2] ?? '') };
};

/** Creates the role where it is missing; the owner needs CREATEROLE for that only. */
export const ensureRole = (owner: Database, { role, password }: RoleCredentials): Promise<void> =>
  inTransaction(owner, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('comitium roles', 0))`.execute(tx);
    const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(tx);
    if (rows.length > 0) return;
    const secret = password === '' ? sql`` : sql` password ${sql.lit(password)}`;
    await sql`create role ${sql.id(role)} login${secret}`.execute(tx);
  });

/** Whether the connection's role could rewrite the ledger: it owns it, is a superuser, or was granted too much. */
export const mayChangeLedger = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select (select rolsuper from pg_roles where rolname = current_user)
      or bool_or(pg_has_role(c.relowner, 'member') or has_table_privilege(c.oid, 'delete, truncate, trigger')
        or has_any_column_privilege(c.oid, 'update'))
      as may
    from pg_class c where c.oid in ('ledger'::regclass, 'audit_refusal'::regclass)`.execute(db.kysely);
  return rows[0]?.may ?? true;
};
