// Looks through the newest refusals, which no ledger tells of. Every process looks; the alert's key is unique.
import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import type { AuditTools } from '../audit-tools.ts';
import type { NewAlert } from './alert.ts';
import { raiseAlert } from './raise-alert.ts';

interface Failures {
  readonly person_id: string | null;
  readonly network: string | null;
  readonly failures: number;
}

/** Whoever failed too often within the window: one alert for an account, one for a network, and again a window later. */
export const detectFailures = async (tools: AuditTools): Promise<void> => {
  const { db, config, clock } = tools.platform;
  const { failuresToAlert, failureWindow } = config;
  const now = clock.now();
  const since = new Date(now.getTime() - failureWindow * 1000);
  const { rows } = await sql<Failures>`
    select person_id, network::text as network, sum(times)::int as failures from audit_refusal
    where occurred_at > ${since}::timestamptz and kind <> 'entries_dropped'
    group by grouping sets ((person_id), (network))
    having sum(times) >= ${failuresToAlert} and num_nonnulls(person_id, network) = 1`.execute(db.kysely);
  const window = Math.floor(now.getTime() / (failureWindow * 1000));
  for (const row of rows) {
    const alert = describe(row, { window, failureWindow });
    const { rows: known } = await sql`select from audit_alert where key = ${alert.key}`.execute(db.kysely);
    if (known.length === 0) await inTransaction(db, (tx) => raiseAlert(tools, tx, alert));
  }
};

const describe = (
  { person_id, network, failures }: Failures,
  { window, failureWindow }: { window: number; failureWindow: number },
): NewAlert => ({
  kind: 'many_failures',
  key: `many_failures ${person_id ?? network} ${window}`,
  personId: person_id,
  detail: { failures, seconds: failureWindow, ...(network === null ? {} : { network }) },
});
