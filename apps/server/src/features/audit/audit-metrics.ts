import { Counter, type Registry } from 'prom-client';

export interface AuditMetrics {
  readonly alerts: Counter<'kind'>;
}

export const createAuditMetrics = (registry: Registry): AuditMetrics => ({
  alerts: new Counter({
    name: 'comitium_audit_alerts_total',
    help: 'Alerts raised over what the audit saw, by kind.',
    labelNames: ['kind'],
    registers: [registry],
  }),
});
