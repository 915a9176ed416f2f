import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createAuditMetrics } from '../../apps/server/src/features/audit/audit-metrics.ts';
import { createMessageMetrics } from '../../apps/server/src/features/messages/message-metrics.ts';
import { createRecountMetrics } from '../../apps/server/src/features/results/recount-metrics.ts';
import { prometheusMetrics } from '../../apps/server/src/platform/live/index.ts';
import { createMetrics } from '../../apps/server/src/platform/telemetry/metrics.ts';

const known = async (): Promise<Set<string>> => {
  const { registry } = createMetrics();
  prometheusMetrics(registry);
  createAuditMetrics(registry);
  createMessageMetrics(registry, async () => new Map());
  createRecountMetrics(registry, async () => []);
  return new Set((await registry.getMetricsAsJSON()).map(({ name }) => name));
};

const named = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/comitium_[a-z_]+/g)].map(([name]) => name);

test.each([
  'deploy/prometheus/alerts.yml',
  'deploy/grafana/results-night.json',
  'docs/guides/run-an-election-night.md',
])('every metric that %s names exists', async (file) => {
  const metrics = await known();
  const names = named(file);
  expect(names.length).toBeGreaterThan(0);
  const missing = names.filter(
    (name) => !metrics.has(name) && !metrics.has(name.replace(/_(bucket|sum|count)$/, '')),
  );
  expect(missing).toEqual([]);
});
