import { sql } from 'kysely';
import type { Database } from './database.ts';
import { inTransaction, type Transaction } from './transaction.ts';

/** Rows of these are only ever added. A new table whose rows are evidence takes its place here. */
const appendOnly: Readonly<Record<string, readonly string[] | 'all columns'>> = {
  // Its other columns say when and in which transaction: those the application cannot choose.
  ledger: [
    ...['stream', 'election_id', 'type', 'version', 'payload', 'entry'],
    ...['actor', 'on_behalf_of', 'request_id', 'device', 'reason'],
  ],
  audit_refusal: [
    ...[
      'kind',
      'person_id',
      'action',
      'network',
      'request_id',
      'detail',
      'times',
      'occurred_at',
      'election_id',
    ],
  ],
  audit_alert: 'all columns',
  audit_acknowledgement: 'all columns',
  notary_leaf: 'all columns',
  notary_checkpoint: 'all columns',
};

/** Rows that are decided once: these columns say how, the others never change, and no row goes away. */
const decidedOnce: Readonly<Record<string, readonly string[]>> = {
  role_grant: ['revoked_at', 'revoked_by', 'revoke_reason'],
  approval: ['state', 'decided_by', 'decided_at', 'decision_reason'],
};

/** For reading: the owner's own, and views. */
const readOnly = ['migration', 'ledger_era', 'audit_entry', 'notary_entry'];

/**
 * Gives the application's role what it needs and no more, after every migration: rows of all tables, but of evidence
 * only new ones, and of rights only their end. It may create, alter or drop nothing, nor switch a trigger off.
 */
export const grantApplication = (owner: Database, role: string): Promise<void> =>
  inTransaction(owner, async (tx) => {
    // Two processes that grant at once would fail on each other's rows of the catalogue.
    await sql`select pg_advisory_xact_lock(hashtextextended('comitium roles', 0))`.execute(tx);
    const to = sql.id(role);
    await sql`revoke create on schema public from public`.execute(tx);
    await sql`grant usage on schema public, graphile_worker to ${to}`.execute(tx);
    for (const schema of ['public', 'graphile_worker']) {
      const name = sql.id(schema);
      await sql`grant select, insert, update, delete on all tables in schema ${name} to ${to}`.execute(tx);
      await sql`grant usage, select on all sequences in schema ${name} to ${to}`.execute(tx);
    }
    for (const table of readOnly) {
      await sql`revoke all on ${sql.table(table)} from ${to}`.execute(tx);
      await sql`grant select on ${sql.table(table)} to ${to}`.execute(tx);
    }
    for (const [table, columns] of Object.entries(appendOnly)) {
      await sql`revoke all on ${sql.table(table)} from ${to}`.execute(tx);
      await sql`grant select, insert ${listed(columns)} on ${sql.table(table)} to ${to}`.execute(tx);
    }
    for (const [table, columns] of Object.entries(decidedOnce)) {
      await sql`revoke update, delete, truncate on ${sql.table(table)} from ${to}`.execute(tx);
      await sql`grant update ${listed(columns)} on ${sql.table(table)} to ${to}`.execute(tx);
    }
    await admitToQueue(tx, role);
  });

const listed = (columns: readonly string[] | 'all columns') =>
  columns === 'all columns' ? sql`` : sql`(${sql.join(columns.map((column) => sql.id(column)))})`;

/** The job queue's tables are closed by row-level security to all but their owner. */
const admitToQueue = async (tx: Transaction, role: string): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = ${role})`.execute(tx);
  for (const { name } of rows) {
    const table = sql.table(`graphile_worker.${name}`);
    await sql`create policy ${sql.id(role)} on ${table} to ${sql.id(role)} using (true) with check (true)`.execute(
      tx,
    );
  }
};
