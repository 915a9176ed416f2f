import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { prometheusMetrics } from './prometheus-metrics.ts';

test('gauges go up and down, counters carry the close code where there is one', async () => {
  const registry = new Registry();
  const metrics = prometheusMetrics(registry);
  metrics.add('sockets', 3);
  metrics.add('sockets', -1);
  metrics.count('frames', 10);
  metrics.count('closes', 1, 4503);
  const text = await registry.metrics();
  expect(text).toContain('comitium_live_sockets 2');
  expect(text).toContain('comitium_live_frames_total 10');
  expect(text).toContain('comitium_live_closes_total{code="4503"} 1');
});
