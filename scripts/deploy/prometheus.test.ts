// Prometheus' own promtool on its configuration and rules, where the machine has it (Debian: the package prometheus).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const check = (what: string, file: string) =>
  spawnSync('promtool', ['check', what, file], { encoding: 'utf8' });

test.skipIf(!hasPromtool)('promtool takes the configuration and the rules (skipped without promtool)', () => {
  expect(check('config', 'deploy/prometheus/prometheus.yml')).toMatchObject({ status: 0 });
  expect(check('rules', 'deploy/prometheus/alerts.yml')).toMatchObject({ status: 0 });
});

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
