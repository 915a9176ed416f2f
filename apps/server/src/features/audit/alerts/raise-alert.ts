import { type UserId, uuidv7 } from '@comitium/basics';
import { ledgerOrigin } from '../../../platform/access/origin.ts';
import { afterCommit, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AuditTools } from '../audit-tools.ts';
import type { NewAlert } from './alert.ts';
import { alertTexts } from './alert-texts.ts';
import '../audit-tables.ts';

const byDetection = { caller: { kind: 'system', name: 'detection' }, requestId: null } as const;

/** Raises an alert that was not raised before, and tells the platform's administrators. False where it was. */
export const raiseAlert = async (tools: AuditTools, tx: Transaction, alert: NewAlert): Promise<boolean> => {
  const { platform, metrics, hub } = tools;
  const now = platform.clock.now();
  const id = uuidv7(now.getTime());
  const raised = await tx
    .insertInto('audit_alert')
    .values({
      id,
      kind: alert.kind,
      key: alert.key,
      person_id: alert.personId,
      detail: JSON.stringify(alert.detail),
      raised_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute();
  if (raised.length === 0) return false;
  const event = { stream: `alert:${id}`, type: 'alert.raised', version: 1 } as const;
  const payload = { kind: alert.kind, person: alert.personId, detail: alert.detail };
  await appendToLedger(tx, [{ ...event, payload, ...ledgerOrigin(byDetection) }]);
  await tellAdministrators(tools, tx, { id, alert });
  afterCommit(tx, () => {
    metrics.alerts.inc({ kind: alert.kind });
    platform.log.warn({ alert: alert.kind, id }, 'an alert was raised');
    hub.touch('audit');
  });
  return true;
};

/** By e-mail, where one is known and can be sent to. */
const tellAdministrators = async (
  { accounts, messages }: AuditTools,
  tx: Transaction,
  { id, alert }: { id: string; alert: NewAlert },
): Promise<void> => {
  if (!messages.offers('email')) return;
  const grants = await accounts.listGrants({ roles: ['platform_administrator'] });
  const administrators = new Set<UserId>(grants.map(({ personId }) => personId));
  for (const personId of administrators) {
    const contact = await accounts.contactOf(personId);
    if (contact === undefined || contact.email === null) continue;
    await messages.send(tx, {
      channel: 'email',
      to: contact.email,
      template: 'security_alert',
      values: { text: alertTexts[contact.language][alert.kind] },
      language: contact.language,
      key: `alert ${id} ${personId}`,
      personId,
    });
  }
};
