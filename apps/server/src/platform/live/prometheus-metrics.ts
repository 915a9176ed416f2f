import { Counter, Gauge, type Registry } from 'prom-client';
import type { LiveCounter, LiveGauge, LiveMetrics } from './live-metrics.ts';

const gauges: Record<LiveGauge, string> = {
  sockets: 'Open WebSocket connections',
  streams: 'Open server-sent event streams',
  subscriptions: 'Topics watched, summed over connections',
  topics: 'Topic states held in memory',
};

const counters: Record<LiveCounter, string> = {
  frames: 'Messages handed to connections',
  bytes: 'Bytes handed to connections, before TCP',
  closes: 'Connections ended, by close code',
  snapshots: 'Times a feature was asked for the state of a topic',
  skipped: 'Messages not sent because the reader was behind',
  errors: 'Failures of a feature while answering the hub',
};

/** The hub's numbers as `comitium_live_*` in the given registry. */
export const prometheusMetrics = (registry: Registry): LiveMetrics => {
  const gaugeOf = new Map<string, Gauge>();
  for (const [name, help] of Object.entries(gauges)) {
    gaugeOf.set(name, new Gauge({ name: `comitium_live_${name}`, help, registers: [registry] }));
  }
  const counterOf = new Map<string, Counter>();
  for (const [name, help] of Object.entries(counters)) {
    const labelNames = name === 'closes' ? ['code'] : [];
    const metric = new Counter({
      name: `comitium_live_${name}_total`,
      help,
      labelNames,
      registers: [registry],
    });
    counterOf.set(name, metric);
  }
  return {
    add: (gauge, difference) => gaugeOf.get(gauge)?.inc(difference),
    count: (counter, by, code) => {
      if (code === undefined) counterOf.get(counter)?.inc(by);
      else counterOf.get(counter)?.inc({ code: String(code) }, by);
    },
  };
};
