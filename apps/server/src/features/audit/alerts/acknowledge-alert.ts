import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows } from '../../../platform/access/allows.ts';
import { ledgerOrigin, type Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AuditTools } from '../audit-tools.ts';

export interface AcknowledgeAlert extends Origin {
  readonly alertId: string;
  readonly reason: string;
}

/** Closes an alert with a reason, once. The alert itself stays as it is. */
export const acknowledgeAlert = async (
  { platform }: AuditTools,
  command: AcknowledgeAlert,
): Promise<Result<void, Problem>> => {
  const { db, clock } = platform;
  const { alertId, caller, reason } = command;
  const now = clock.now();
  if (caller.kind !== 'person' || !allows(caller, 'audit.read', {}, now)) {
    return err(problem('forbidden', 'To acknowledge an alert you need audit.read everywhere.'));
  }
  const none = err(problem('alert_not_found', `There is no open alert ${alertId}.`));
  if (!isUuid(alertId)) return none;
  return inTransaction(db, async (tx): Promise<Result<void, Problem>> => {
    const known = await tx
      .selectFrom('audit_alert')
      .select('id')
      .where('id', '=', alertId)
      .executeTakeFirst();
    if (known === undefined) return none;
    const added = await tx
      .insertInto('audit_acknowledgement')
      .values({ alert_id: alertId, acknowledged_by: caller.id, reason, acknowledged_at: now })
      .onConflict((conflict) => conflict.column('alert_id').doNothing())
      .returning('alert_id')
      .execute();
    if (added.length === 0) return none;
    const event = {
      stream: `alert:${alertId}`,
      type: 'alert.acknowledged',
      version: 1,
      payload: {},
    } as const;
    await appendToLedger(tx, [{ ...event, ...ledgerOrigin(command) }]);
    return ok(undefined);
  });
};
