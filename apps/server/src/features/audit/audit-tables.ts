import type { AlertKind } from '@comitium/contract';
import type { ColumnType } from 'kysely';

interface AuditEntryTable {
  id: ColumnType<number, never, never>;
  occurred_at: Date;
  person_id: string | null;
  action: string;
  thing: string;
  election_id: string | null;
  era: number | null;
  tx: string | null;
  ledger_id: number | null;
  refusal_id: number | null;
}

interface AuditAlertTable {
  id: string;
  kind: AlertKind;
  key: string;
  person_id: string | null;
  detail: ColumnType<Readonly<Record<string, string | number>>, string, never>;
  raised_at: Date;
}

interface AuditAcknowledgementTable {
  alert_id: string;
  acknowledged_by: string;
  reason: string;
  acknowledged_at: Date;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    audit_entry: AuditEntryTable;
    audit_alert: AuditAlertTable;
    audit_acknowledgement: AuditAcknowledgementTable;
  }
}
