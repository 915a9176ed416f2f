// What the ledger itself shows to be odd: rights changed at night, and much taken out in a short time.
import { sql } from 'kysely';
import type { Config } from '../../../platform/config/settings.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { EventType, RecordedEvent } from '../../../platform/ledger/index.ts';
import type { NewAlert } from './alert.ts';
import { nightOf } from './night.ts';

const rightsEvents: ReadonlySet<string> = new Set<EventType>([
  ...(['grant.given', 'grant.revoked', 'person.disabled', 'invitation.sent', 'invitation.accepted'] as const),
  'approval.approved',
]);

/** One alert a person and night; what programs do by themselves has no hour. */
export const findNightRights = (
  { nightHours, timeZone }: Pick<Config, 'nightHours' | 'timeZone'>,
  events: readonly RecordedEvent[],
): NewAlert[] =>
  events.flatMap((event): NewAlert[] => {
    if (event.actor === null || !rightsEvents.has(event.type)) return [];
    const night = nightOf(event.occurredAt, { nightHours, timeZone });
    if (night === null) return [];
    return [
      {
        kind: 'rights_at_night',
        key: `rights_at_night ${event.actor} ${night.date}`,
        personId: event.actor,
        detail: { action: event.type, thing: event.stream, time: night.time },
      },
    ];
  });

const hourMs = 3_600_000;

/** Exports of one person within the hour before each of them. */
export const findBulkExports = async (
  { exportsPerHour }: Pick<Config, 'exportsPerHour'>,
  tx: Transaction,
  events: readonly RecordedEvent[],
): Promise<NewAlert[]> => {
  const found: NewAlert[] = [];
  for (const event of events) {
    if (event.actor === null || !event.type.endsWith('.exported')) continue;
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from audit_entry
      where person_id = ${event.actor} and action like '%.exported'
        and occurred_at > ${event.occurredAt}::timestamptz - interval '1 hour'
        and occurred_at <= ${event.occurredAt}::timestamptz + interval '1 millisecond'`.execute(tx);
    const count = rows[0]?.count ?? 0;
    if (count < exportsPerHour) continue;
    const hour = Math.floor(event.occurredAt.getTime() / hourMs);
    const key = `bulk_export ${event.actor} ${hour}`;
    found.push({ kind: 'bulk_export', key, personId: event.actor, detail: { exports: count } });
  }
  return found;
};
