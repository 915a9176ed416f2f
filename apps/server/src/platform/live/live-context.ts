import type { LiveMetrics } from './live-metrics.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Scheduler } from './scheduler.ts';
import type { Sequence } from './sequence.ts';
import type { Viewer } from './viewer.ts';

/** What every part of one hub shares. */
export interface LiveContext {
  readonly settings: LiveSettings;
  readonly scheduler: Scheduler;
  readonly metrics: LiveMetrics;
  readonly sequence: Sequence;
  /** Told of what a feature threw; the feed itself goes on. */
  readonly onError: (error: unknown, topic: string) => void;
  /** Told of a viewer who may not watch what he asked for. */
  readonly onRefused: (viewer: Viewer, topic: string) => void;
}
