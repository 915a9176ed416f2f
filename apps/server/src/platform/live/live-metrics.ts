export type LiveGauge = 'sockets' | 'streams' | 'subscriptions' | 'topics';
export type LiveCounter = 'frames' | 'bytes' | 'closes' | 'snapshots' | 'skipped' | 'errors';

/** Where the hub counts. `frames` and `bytes` are what was handed to the sockets; `closes` carries the code. */
export interface LiveMetrics {
  add(gauge: LiveGauge, difference: number): void;
  count(counter: LiveCounter, by: number, code?: number): void;
}

export const noMetrics: LiveMetrics = { add: () => undefined, count: () => undefined };
