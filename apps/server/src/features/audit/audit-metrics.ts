import { alertKinds } from '@comitium/contract';
import { Counter, type Registry } from 'prom-client';

export interface AuditMetrics {
  readonly alerts: Counter<'kind'>;
}

export const createAuditMetrics = (registry: Registry): AuditMetrics => {
  const alerts = new Counter({
    name: 'comitium_audit_alerts_total',
    help: 'Alerts raised over what the audit saw, by kind.',
    labelNames: ['kind'],
    registers: [registry],
  });
  // Prometheus sees an increase only of what was there before: the first alert of a kind must not be its first figure.
  for (const kind of alertKinds) alerts.inc({ kind }, 0);
  return { alerts };
};
