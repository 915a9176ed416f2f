import type { ColumnType, Generated } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { RefusalKind } from './trail.ts';

export interface AuditRefusalTable {
  id: ColumnType<number, never, never>;
  kind: RefusalKind | 'entries_dropped';
  person_id: string | null;
  election_id: string | null;
  action: string;
  network: string | null;
  request_id: string | null;
  detail: ColumnType<Readonly<Record<string, string | number>>, string, never>;
  times: number;
  occurred_at: Generated<Date>;
}

declare module '../database/schema.ts' {
  interface DatabaseSchema {
    audit_refusal: AuditRefusalTable;
  }
}

export interface NewRefusal {
  readonly kind: AuditRefusalTable['kind'];
  readonly personId: string | null;
  readonly electionId: string | null;
  readonly action: string;
  readonly network: string | null;
  readonly requestId: string | null;
  readonly detail: string;
  readonly times: number;
  readonly occurredAt: Date;
}

/** One statement for all; they keep their order. */
export const insertRefusals = async (db: Database, refusals: readonly NewRefusal[]): Promise<void> => {
  const column = <T>(read: (refusal: NewRefusal) => T): T[] => refusals.map(read);
  await sql`/* prepared */
    insert into audit_refusal
      (kind, person_id, action, network, request_id, detail, times, occurred_at, election_id)
    select * from unnest(
      ${column(({ kind }) => kind)}::text[],
      ${column(({ personId }) => personId)}::uuid[],
      ${column(({ action }) => action)}::text[],
      ${column(({ network }) => network)}::cidr[],
      ${column(({ requestId }) => requestId)}::text[],
      ${column(({ detail }) => detail)}::jsonb[],
      ${column(({ times }) => times)}::int[],
      ${column(({ occurredAt }) => occurredAt)}::timestamptz[],
      ${column(({ electionId }) => electionId)}::uuid[]
    )`.execute(db.kysely);
};
