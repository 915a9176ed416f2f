// Prometheus' own promtool on its configuration, rules and our figures, where the machine has it (Debian: the package prometheus).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createAuditMetrics } from '../../apps/server/src/features/audit/audit-metrics.ts';
import { createMessageMetrics } from '../../apps/server/src/features/messages/message-metrics.ts';
import { createRecountMetrics } from '../../apps/server/src/features/results/recount-metrics.ts';
import { prometheusMetrics } from '../../apps/server/src/platform/live/index.ts';
import { createMetrics } from '../../apps/server/src/platform/telemetry/metrics.ts';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const check = (what: string, file: string) =>
  spawnSync('promtool', ['check', what, file], { encoding: 'utf8' });

test.skipIf(!hasPromtool)('promtool takes the configuration and the rules (skipped without promtool)', () => {
  expect(check('config', 'deploy/prometheus/prometheus.yml')).toMatchObject({ status: 0 });
  expect(check('rules', 'deploy/prometheus/alerts.yml')).toMatchObject({ status: 0 });
});

test.skipIf(!hasPromtool)(
  'every alert fires when it should, and not before (skipped without promtool)',
  () => {
    const tested = spawnSync('promtool', ['test', 'rules', 'deploy/prometheus/alerts.test.yml'], {
      encoding: 'utf8',
    });
    expect(tested).toMatchObject({ status: 0, stdout: expect.stringContaining('SUCCESS') });
  },
);

test('every alert has a test of its own', () => {
  const named = (file: string, member: RegExp): string[] =>
    [...readFileSync(file, 'utf8').matchAll(member)].map(([, name]) => name ?? '');
  const tested = new Set(named('deploy/prometheus/alerts.test.yml', /alertname: (\w+)/g));
  expect(named('deploy/prometheus/alerts.yml', /alert: (\w+)/g).filter((name) => !tested.has(name))).toEqual(
    [],
  );
});

test.skipIf(!hasPromtool)(
  'promtool takes the figures as they are told (skipped without promtool)',
  async () => {
    const { registry } = createMetrics();
    prometheusMetrics(registry);
    createAuditMetrics(registry);
    createMessageMetrics(registry, async () => new Map());
    createRecountMetrics(registry, async () => [{ election: 'e', differences: 0, recountedAt: new Date(0) }]);
    const input = await registry.metrics();
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      encoding: 'utf8',
      input,
    });
    expect({ status, told: stdout + stderr }).toEqual({ status: 0, told: '' });
  },
);

test('every alert says how bad it is, what it means and what to do', () => {
  interface Alert {
    readonly alert: string;
    readonly expr: string;
    readonly labels: { readonly severity: string };
    readonly annotations: { readonly summary: string; readonly action: string };
  }
  const { groups } = parse(readFileSync('deploy/prometheus/alerts.yml', 'utf8')) as {
    groups: { rules: Alert[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.length).toBeGreaterThan(5);
  for (const { expr, labels, annotations } of rules) {
    expect(expr).toBeTruthy();
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations).toMatchObject({ summary: expect.any(String), action: expect.any(String) });
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});
