import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The program's own figures at /metrics; names follow the Prometheus conventions (base units, _total). */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Sums over the labels of others, under a name that promtool reserves for counters.
  for (const counted of ['resources', 'handles', 'requests'])
    registry.removeSingleMetric(`nodejs_active_${counted}_total`);
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'comitium_http_request_seconds',
      help: 'Time to answer a request, by method, route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    sheets: new Counter({
      name: 'comitium_sheets_total',
      help: 'Result sheets that reached the intake, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    intakeBatchSheets: new Histogram({
      name: 'comitium_intake_batch_sheets',
      help: 'Sheets committed together by the intake.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
      registers,
    }),
    intakeCommitSeconds: new Histogram({
      name: 'comitium_intake_commit_seconds',
      help: 'Time of one intake transaction, roll-up included.',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    rateLimiterFallbacks: new Counter({
      name: 'comitium_rate_limiter_fallbacks_total',
      help: 'Requests that were limited by this process alone, because Redis was away.',
      registers,
    }),
    auditRefusals: new Counter({
      name: 'comitium_audit_refusals_total',
      help: 'Refusals noted in the audit trail, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    auditDropped: new Counter({
      name: 'comitium_audit_dropped_total',
      help: 'Refusals that the audit trail could not keep; anything but 0 means that it has a gap, which it tells of.',
      registers,
    }),
    notaryRefuses: new Gauge({
      name: 'comitium_notary_refuses',
      help: '1 where the notary found the public log other than it was signed and goes no further.',
      registers,
    }),
    followerLagSeconds: new Gauge({
      name: 'comitium_follower_lag_seconds',
      help: 'Age of the oldest ledger event a follower has not handled yet.',
      labelNames: ['follower'],
      registers,
    }),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
