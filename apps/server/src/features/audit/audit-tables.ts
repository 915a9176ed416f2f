import type { AlertKind } from '@comitium/contract';
import type { ColumnType } from 'kysely';

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
    audit_alert: AuditAlertTable;
    audit_acknowledgement: AuditAcknowledgementTable;
  }
}
