export { attachLive } from './attach-live.ts';
export type { LiveError } from './live-error.ts';
export { LiveHub } from './live-hub.ts';

export { prometheusMetrics } from './prometheus-metrics.ts';
export type { TopicAccess, TopicDefinition } from './topic-definition.ts';

export { watchParity } from './watch-parity.ts';
