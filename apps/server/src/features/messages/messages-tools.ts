import type { Platform } from '../../platform/platform.ts';
import type { Gateways } from './gateways/gateway.ts';
import type { MessageMetrics } from './message-metrics.ts';

/** What the commands, routes and jobs of this feature work with. */
export interface MessagesTools {
  readonly platform: Platform;
  readonly gateways: Gateways;
  readonly metrics: MessageMetrics;
  /** From 0 to below 1, so that tests can hold it. */
  readonly random: () => number;
}
