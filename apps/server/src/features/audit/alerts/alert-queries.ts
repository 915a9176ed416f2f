import { type AlertKind, type AuditAlert, type AuditAlerts, alertKinds } from '@comitium/contract';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import '../audit-tables.ts';

const shown = 100;

interface AlertRow {
  readonly id: string;
  readonly kind: AlertKind;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly raised_at: Date;
  readonly acknowledged_at: Date | null;
  readonly acknowledged_by: string | null;
  readonly acknowledger: string | null;
  readonly reason: string | null;
}

const answerOf = (row: AlertRow): AuditAlert => ({
  id: row.id,
  kind: row.kind,
  state: row.acknowledged_at === null ? 'open' : 'acknowledged',
  person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
  detail: { ...row.detail },
  raisedAt: row.raised_at.toISOString(),
  acknowledged:
    row.acknowledged_at === null
      ? null
      : {
          at: row.acknowledged_at.toISOString(),
          by: { id: row.acknowledged_by ?? '', name: row.acknowledger ?? '' },
          reason: row.reason ?? '',
        },
});

/** Open ones first, the newest of each first. */
export const listAlerts = async (
  db: Kysely<DatabaseSchema>,
  isOn: (kind: AlertKind) => boolean,
): Promise<AuditAlerts> => {
  const { rows } = await sql<AlertRow>`
    select a.id, a.kind, a.person_id, p.name as person_name, a.detail, a.raised_at, k.acknowledged_at,
      k.acknowledged_by, b.name as acknowledger, k.reason
    from audit_alert a left join audit_acknowledgement k on k.alert_id = a.id
    left join person p on p.id = a.person_id left join person b on b.id = k.acknowledged_by
    order by k.alert_id is not null, a.raised_at desc, a.id desc limit ${shown}`.execute(db);
  return {
    items: rows.map(answerOf),
    open: rows.filter((row) => row.acknowledged_at === null).length,
    detections: alertKinds.map((kind) => ({ kind, on: isOn(kind) })),
  };
};
