import { alertKinds } from '@comitium/contract';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createAuditMetrics } from './audit-metrics.ts';

test('every kind of alert is told from the start, so that its first one is an increase', async () => {
  const registry = new Registry();
  const { alerts } = createAuditMetrics(registry);
  alerts.inc({ kind: 'bulk_export' });
  const told = await registry.metrics();
  for (const kind of alertKinds) {
    expect(told).toContain(`comitium_audit_alerts_total{kind="${kind}"} ${kind === 'bulk_export' ? 1 : 0}`);
  }
});
